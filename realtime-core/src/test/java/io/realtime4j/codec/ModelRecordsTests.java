package io.realtime4j.codec;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.server.RateLimitsUpdated;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.tool.McpTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/**
 * Tests for what all records of the model have in common, with the values of the samples.
 */
class ModelRecordsTests {

	private static final Set<Record> VALUES = ModelParts
		.of(EventSamples.ofAllFamilies().map((sample) -> (Record) sample.decode()).toList())
		.values();

	@Test
	void everyBuilderBuildsWhatItStartedFrom() throws ReflectiveOperationException {
		Set<Class<?>> built = new HashSet<>();
		for (Record value : VALUES) {
			if (hasBuilder(value.getClass())) {
				Object builder = value.getClass().getMethod("toBuilder").invoke(value);
				assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(value);
				built.add(value.getClass());
			}
		}
		Set<Class<?>> withBuilder = new HashSet<>();
		new ClassFileImporter().importPackages("io.realtime4j.model", "io.realtime4j.live.model")
			.stream()
			.filter((type) -> hasBuilder(type.reflect()))
			.forEach((type) -> withBuilder.add(type.reflect()));
		assertThat(built).isEqualTo(withBuilder).isNotEmpty();
	}

	@Test
	void everyBuilderSetsEveryMember() {
		Set<String> missing = new TreeSet<>();
		VALUES.stream().map(Record::getClass).filter(ModelRecordsTests::hasBuilder).distinct().forEach((type) -> {
			Set<String> setters = Stream.of(type.getDeclaredClasses()[0].getMethods())
				.map(Method::getName)
				.collect(Collectors.toSet());
			Stream.of(type.getRecordComponents())
				.filter((component) -> !isSet(component, setters))
				.forEach((component) -> missing.add(ModelParts.name(type, component)));
		});
		assertThat(missing).isEmpty();
	}

	@Test
	void listsAndMapsCannotBeChanged() {
		int collections = 0;
		for (Record value : VALUES) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				Object member = ModelParts.value(value, component);
				if (member instanceof List<?> list) {
					assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
					collections++;
				}
				if (member instanceof Map<?, ?> map) {
					assertThatExceptionOfType(UnsupportedOperationException.class)
						.as(ModelParts.name(value.getClass(), component))
						.isThrownBy(map::clear);
					collections++;
				}
			}
		}
		assertThat(collections).isGreaterThan(100);
	}

	@Test
	void listsAndMapsAreCopiedIn() {
		List<ContentPart> content = new ArrayList<>(List.of(InputText.of("one")));
		Map<String, JsonNode> extra = new LinkedHashMap<>(Map.of("mood", Json.value("calm")));
		UserMessage message = new UserMessage(null, null, null, content, extra);
		Map<String, String> metadata = new LinkedHashMap<>(Map.of("till", "3"));
		ResponseSettings.Builder builder = ResponseSettings.builder().metadata(metadata);
		ResponseSettings response = builder.build();
		content.clear();
		extra.clear();
		metadata.clear();
		builder.extra("late", Json.value(true)).instructions("late");
		assertThat(message.content()).containsExactly(InputText.of("one"));
		assertThat(message.extra()).containsOnlyKeys("mood");
		assertThat(response.metadata()).containsEntry("till", "3");
		assertThat(response.extra()).isEmpty();
		assertThat(response.instructions()).isNull();
	}

	@Test
	void extraMembersKeepTheirOrder() {
		RealtimeSessionSettings session = RealtimeSessionSettings.builder()
			.extra("zebra", Json.value(1))
			.extra("ant", Json.value(2))
			.extra("mole", Json.value(3))
			.build();
		assertThat(session.toBuilder().extra("bee", Json.value(4)).build().extra().keySet()).containsExactly("zebra",
				"ant", "mole", "bee");
	}

	@Test
	void requiredMembersAreDemandedByName() {
		assertThatNullPointerException().isThrownBy(() -> McpTool.builder().build())
			.withMessageContaining("'serverLabel'");
		assertThatNullPointerException().isThrownBy(() -> new ConversationItemDelete(null, null))
			.withMessageContaining("'itemId'");
		assertThatNullPointerException().isThrownBy(() -> new RateLimitsUpdated(null, null));
		assertThatNullPointerException().isThrownBy(() -> Toggle.on(null)).withMessageContaining("'value'");
	}

	@Test
	void toggleIsOffOrHasValue() {
		assertThat(Toggle.off().isOff()).isTrue();
		assertThat(Toggle.off()).isEqualTo(new Toggle<>(null));
		assertThat(Toggle.on("x").isOff()).isFalse();
		assertThat(Toggle.on("x").value()).isEqualTo("x");
	}

	@Test
	void maxOutputTokensIsReadFromText() {
		assertThat(MaxOutputTokens.parse("inf")).isEqualTo(MaxOutputTokens.INF);
		assertThat(MaxOutputTokens.parse("128")).isEqualTo(MaxOutputTokens.of(128));
		assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> MaxOutputTokens.parse("many"));
	}

	@ParameterizedTest
	@MethodSource("clientSamples")
	void eventIdOfEveryClientEventCanBeSet(EventSamples.Sample sample) {
		RealtimeMessage event = (sample.decode() instanceof LiveClientEvent live) ? live.withEventId("evt_other")
				: ((ClientEvent) sample.decode()).withEventId("evt_other");
		assertThat(event.eventId()).isEqualTo("evt_other");
		ObjectNode expected = ((ObjectNode) sample.json()).put("event_id", "evt_other");
		Json.assertSame(Json.read(sample.encode(event)), expected);
	}

	private static List<EventSamples.Sample> clientSamples() {
		return Stream.concat(EventSamples.of("client"), EventSamples.of("live", "client")).toList();
	}

	private static boolean isSet(RecordComponent component, Set<String> setters) {
		boolean canBeOff = component.getType() == Toggle.class;
		return setters.contains(component.getName()) && canBeOff == setters.contains(component.getName() + "Off");
	}

	private static boolean hasBuilder(Class<?> type) {
		return type.isRecord()
				&& Stream.of(type.getMethods()).anyMatch((method) -> method.getName().equals("toBuilder"));
	}

}
