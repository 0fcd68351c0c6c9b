package io.realtime4j.codec;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.model.transport.LiveTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with a sample of every event of the family, which are to show every member of
 * every record once.
 */
class EventSamplesTests {

	// Records that would have the name of something else
	private static final Map<String, String> NAMES = Map.of("error", "error.event", "info", "info.event");

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.EventSamples#ofAllFamilies")
	void sampleDecodesToTheRecordOfItsName(EventSamples.Sample sample) {
		RealtimeMessage message = sample.decode();
		assertThat(message.type()).isEqualTo(sample.type());
		assertThat(message.getClass())
			.isEqualTo(record(message.getClass(), NAMES.getOrDefault(sample.type(), sample.type())));
		assertThat(message.eventId()).isEqualTo(sample.json().path("event_id").asString(null));
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.EventSamples#ofAllFamilies")
	void sampleIsTypedToTheLastMember(EventSamples.Sample sample) {
		assertThat(UntypedParts.of((Record) sample.decode())).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.EventSamples#ofAllFamilies")
	void sampleComesBack(EventSamples.Sample sample) {
		String written = sample.encode(sample.decode());
		Json.assertSame(Json.read(written), sample.json());
		assertThat(written).startsWith("{\"type\":\"" + sample.type() + "\"");
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.EventSamples#ofAllFamilies")
	void sampleEqualsWhatComesBack(EventSamples.Sample sample) {
		RealtimeMessage message = sample.decode();
		RealtimeMessage back = sample.decode(sample.encode(message));
		assertThat(back).isEqualTo(message).hasSameHashCodeAs(message);
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.EventSamples#ofAllFamilies")
	void everyPlainMemberStandsInTheComponentOfItsName(EventSamples.Sample sample) {
		assertNamesFit((Record) sample.decode(), sample.json());
	}

	private static void assertNamesFit(Record record, JsonNode json) {
		for (RecordComponent component : record.getClass().getRecordComponents()) {
			String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
			Object value = ModelParts.value(record, component);
			JsonNode member = json.path(name);
			if (value instanceof String || value instanceof Number || value instanceof Boolean) {
				assertThat(member).as(ModelParts.name(record.getClass(), component))
					.hasToString(Json.value(value).toString());
			}
			else if (value instanceof Record part && member.isObject()) {
				assertNamesFit(part, member);
			}
		}
	}

	@Test
	void everyEventHasSample() {
		assertThat(recordsOfSamples("events", "server")).containsExactlyInAnyOrderElementsOf(known(ServerEvent.class));
		assertThat(recordsOfSamples("events", "client")).containsExactlyInAnyOrderElementsOf(known(ClientEvent.class));
		assertThat(recordsOfSamples("live", "server")).containsExactlyInAnyOrderElementsOf(known(LiveServerEvent.class))
			.hasSize(28);
		assertThat(recordsOfSamples("live", "client")).containsExactlyInAnyOrderElementsOf(known(LiveClientEvent.class))
			.hasSize(16);
	}

	@Test
	void everyKnownVariantOfEveryUnionOccurs() {
		// How audio reaches a session is said over HTTP, not by an event
		Set<Class<?>> variants = AllUnions.LIST.stream()
			.filter((union) -> union.type() != LiveTransport.class)
			.flatMap((union) -> known(union.type()).stream())
			.collect(Collectors.toSet());
		assertThat(ModelParts.of(events()).records()).containsAll(variants);
	}

	@Test
	void everyComponentOfEveryRecordOccurs() {
		ModelParts parts = ModelParts.of(events());
		Set<String> missing = new TreeSet<>();
		for (Class<?> type : parts.records()) {
			for (RecordComponent component : type.getRecordComponents()) {
				if (!component.getName().equals("extra")) {
					missing.add(ModelParts.name(type, component));
				}
			}
		}
		missing.removeAll(parts.components());
		assertThat(missing).containsExactly("InputAudioBufferDtmfEventReceived.eventId",
				"SessionOutputAudioDelta.eventId");
	}

	private static List<Record> events() {
		return EventSamples.ofAllFamilies().map((sample) -> (Record) sample.decode()).toList();
	}

	private static Set<Class<?>> recordsOfSamples(String family, String direction) {
		return EventSamples.of(family, direction)
			.map((sample) -> sample.decode().getClass())
			.collect(Collectors.toSet());
	}

	private static Set<Class<?>> known(Class<?> union) {
		return variants(union).filter((variant) -> !variant.getSimpleName().startsWith("Unknown"))
			.collect(Collectors.toSet());
	}

	private static Stream<Class<?>> variants(Class<?> union) {
		return union.isSealed() ? Arrays.stream(union.getPermittedSubclasses()).flatMap(EventSamplesTests::variants)
				: Stream.of(union);
	}

	private static Class<?> record(Class<?> neighbour, String type) {
		String name = Arrays.stream(type.split("[._]"))
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining());
		try {
			return Class.forName(neighbour.getPackageName() + "." + name);
		}
		catch (ClassNotFoundException ex) {
			throw new AssertionError(ex);
		}
	}

}
