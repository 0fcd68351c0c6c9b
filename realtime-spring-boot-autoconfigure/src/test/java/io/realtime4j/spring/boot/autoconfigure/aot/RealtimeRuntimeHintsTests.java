package io.realtime4j.spring.boot.autoconfigure.aot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the hints of this module as a native image gets them.
 */
class RealtimeRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getPackage().equals(getClass().getPackage()))
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@ParameterizedTest
	@ValueSource(classes = { ServerEvent.class, ClientEvent.class, TranslationServerEvent.class,
			TranslationClientEvent.class, LiveServerEvent.class, LiveClientEvent.class })
	void everythingThatAnEventIsMadeOfCanBeReadAndWritten(Class<?> family) {
		Set<Class<?>> types = new LinkedHashSet<>();
		collect(family, types);
		assertThat(types).hasSizeGreaterThan(10);
		assertThat(types).allSatisfy((type) -> assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_DECLARED_METHODS))
			.accepts(this.hints));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "io/realtime4j/spring/bridge/client/*.js", "io/realtime4j/spring/store/jdbc/schema-*.sql" })
	void filesAreThere(String pattern) throws Exception {
		List<String> files = Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern))
			.map((file) -> pattern.substring(0, pattern.lastIndexOf('/') + 1) + file.getFilename())
			.toList();
		assertThat(files).isNotEmpty();
		assertThat(files)
			.allSatisfy((file) -> assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(this.hints));
	}

	@Test
	void nothingElseIsOpenedToReflection() {
		assertThat(this.hints.reflection().typeHints()).allSatisfy((type) -> assertThat(type.getType().getPackageName())
			.matches("io\\.realtime4j\\.(session|tool|guardrail|(translation\\.|live\\.)?(event|model)(\\..+)?)"));
	}

	private static void collect(Type type, Set<Class<?>> types) {
		if (type instanceof ParameterizedType generic) {
			Stream.of(generic.getActualTypeArguments()).forEach((argument) -> collect(argument, types));
			collect(generic.getRawType(), types);
		}
		else if (type instanceof Class<?> known && known.getName().startsWith("io.realtime4j.")
				&& !known.getName().startsWith("io.realtime4j.audio.") && types.add(known)) {
			if (known.isSealed()) {
				Stream.of(known.getPermittedSubclasses()).forEach((permitted) -> collect(permitted, types));
			}
			if (known.isRecord()) {
				Stream.of(known.getRecordComponents())
					.map(RecordComponent::getGenericType)
					.forEach((component) -> collect(component, types));
			}
		}
	}

}
