package io.realtime4j.spring.boot.autoconfigure.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.spring.boot.autoconfigure.reference.ConfigurationMetadata.Group;
import io.realtime4j.spring.boot.autoconfigure.reference.ConfigurationMetadata.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.NullValueInNestedPathException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the reference of settings: {@code docs/settings.md} is what the metadata
 * says, and the metadata is what the code does. To write the file anew, run this test
 * with {@code -Ddocs.update=true}.
 */
class SettingsReferenceTests {

	private static final Path FILE = Path.of("..", "docs", "settings.md");

	private static final ConfigurationMetadata METADATA = new ConfigurationMetadata();

	@Test
	void fileIsWhatTheMetadataSays() throws IOException {
		String rendered = SettingsReference.render(METADATA);
		if (Boolean.getBoolean("docs.update")) {
			Files.writeString(FILE, rendered);
		}
		assertThat(FILE).as("written anew with -Ddocs.update=true").content().isEqualTo(rendered);
	}

	@Test
	void everyExampleIsOfProperty() {
		assertThat(METADATA.strayExamples()).isEmpty();
	}

	@Test
	void everyGroupOfPropertiesIsDescribed() {
		assertThat(METADATA.groups()).filteredOn((group) -> group.description().isEmpty()).isEmpty();
		assertThat(METADATA.settings())
			.allSatisfy((setting) -> assertThat(METADATA.groups()).anyMatch((group) -> setting.isIn(group.name())));
	}

	@ParameterizedTest
	@MethodSource("bound")
	void exampleCanBeBound(Setting setting) {
		assertThat(setting.example().value()).as("an example or a default").isNotEqualTo("null");
		MapConfigurationPropertySource source = new MapConfigurationPropertySource(
				Map.of(setting.example().name(), setting.example().value()));
		Binder binder = new Binder(source);
		Group root = root(setting);
		Object bound = binder.bind(root.name(), Bindable.of(type(root))).get();
		assertThat(bound).isInstanceOf(type(root));
	}

	@ParameterizedTest
	@MethodSource("bound")
	void defaultIsThatOfTheCode(Setting setting) {
		Object actual = actual(setting);
		if (setting.defaultValue() == null) {
			assertThat(actual).satisfiesAnyOf((value) -> assertThat(value).isNull(),
					(value) -> assertThat(value).isEqualTo(List.of()),
					(value) -> assertThat(value).isEqualTo(Map.of()));
		}
		else {
			assertThat(actual).isEqualTo(converted(setting.defaultValue(), actual));
		}
	}

	static Stream<Setting> bound() {
		// The others are read by conditions alone, or have their default from elsewhere
		return METADATA.settings()
			.stream()
			.filter((setting) -> !setting.name()
				.matches("realtime\\.(playback|session\\.(model|chat-memory|tools\\.spring-ai))(\\..*)?"));
	}

	private static @Nullable Object actual(Setting setting) {
		Group root = root(setting);
		BeanWrapper bean = new BeanWrapperImpl(BeanUtils.instantiateClass(type(root)));
		String path = setting.name().substring(root.name().length() + 1);
		try {
			return bean.getPropertyValue(camelCase(path));
		}
		catch (NullValueInNestedPathException ex) {
			return null;
		}
	}

	private static String camelCase(String path) {
		StringBuilder camelCase = new StringBuilder();
		for (String part : path.split("\\.")) {
			StringBuilder name = new StringBuilder();
			for (String word : part.split("-")) {
				name.append(name.isEmpty() ? word : StringUtils.capitalize(word));
			}
			camelCase.append(camelCase.isEmpty() ? "" : ".").append(name);
		}
		return camelCase.toString();
	}

	private static @Nullable Object converted(String text, @Nullable Object actual) {
		if (actual instanceof Duration) {
			return DurationStyle.detectAndParse(text);
		}
		if (actual instanceof DataSize) {
			return DataSize.parse(text);
		}
		if (actual instanceof List) {
			return List.of(text.split(","));
		}
		assertThat(actual).as("the default is %s", text).isNotNull();
		return ApplicationConversionService.getSharedInstance().convert(text, actual.getClass());
	}

	/**
	 * Return the group that is bound as a whole: the longest one with a class of its own.
	 */
	private static Group root(Setting setting) {
		return METADATA.groups()
			.stream()
			.filter((group) -> setting.name().startsWith(group.name() + "."))
			.filter((group) -> List
				.of("realtime", "realtime.asterisk", "realtime.bridge", "realtime.entra", "realtime.live",
						"realtime.observations", "realtime.phone", "realtime.phone.recording",
						"realtime.phone.transfer", "realtime.external-events", "realtime.telnyx", "realtime.sip",
						"realtime.store", "realtime.store.jdbc", "realtime.tenant-budget", "realtime.twilio",
						"realtime.vonage", "realtime.webhook")
				.contains(group.name()))
			.reduce((first, second) -> (second.name().length() > first.name().length()) ? second : first)
			.orElseThrow();
	}

	private static Class<?> type(Group group) {
		try {
			return Class.forName(group.type());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
