package io.realtime4j.codec;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with a sample of every event that beta says in other words than GA.
 */
class BetaSamplesTests {

	private static final RealtimeCodec GA = RealtimeCodec.create();

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	@ParameterizedTest
	@MethodSource("samples")
	void sampleIsTypedToTheLastMember(Sample sample) {
		RealtimeMessage event = sample.decode(GA);
		assertThat(event).isInstanceOf(sample.entry().types().get(sample.type()));
		assertThat(UntypedParts.of((Record) event)).isEmpty();
		assertThat(event).isEqualTo(sample.decode(BETA));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void sampleComesBack(Sample sample) {
		Json.assertSame(Json.read(BETA.encode(sample.decode(BETA))), sample.json());
	}

	@ParameterizedTest
	@MethodSource("samples")
	void sampleComesBackFromGa(Sample sample) {
		String relayed = GA.encode(sample.decode(GA));
		RealtimeMessage event = sample.entry().read(relayed);
		assertThat(Json.read(relayed)).isNotEqualTo(sample.json());
		assertThat(JsonDifference.between(sample.json(), Json.read(BETA.encode(event)))).map(JsonDifference::path)
			.isSubsetOf("$.response.max_output_tokens", "$.response.max_response_output_tokens");
	}

	@Test
	void everyEventThatBetaSaysOtherwiseHasSample() {
		Set<String> otherwise = new TreeSet<>();
		EventSamples.all().filter((sample) -> !sample.isGaOnly()).forEach((sample) -> {
			JsonNode beta = Json.read(BETA.encode(sample.decode()));
			if (sample.codec() == BETA || !beta.equals(sample.json())) {
				otherwise.add(beta.path("type").asString());
			}
		});
		otherwise.removeIf((type) -> type.startsWith("transcription_session."));
		assertThat(samples().map(Sample::type).collect(Collectors.toSet())).containsAll(otherwise)
			.containsAll(BetaDialect.NAMES.values());
	}

	private static Stream<Sample> samples() {
		return Stream.of(EntryPoint.CLIENT, EntryPoint.SERVER).flatMap((entry) -> {
			String direction = (entry != EntryPoint.SERVER) ? "client" : "server";
			return Json.resources("/events-beta/" + direction).map((text) -> new Sample(entry, Json.read(text)));
		});
	}

	/**
	 * A sample of an event in beta.
	 *
	 * @param entry where it comes in
	 * @param json its JSON
	 */
	record Sample(EntryPoint entry, JsonNode json) {

		String type() {
			return this.json.path("type").asString();
		}

		RealtimeMessage decode(RealtimeCodec codec) {
			String text = this.json.toString();
			return (this.entry == EntryPoint.SERVER) ? codec.decodeServerEvent(text) : codec.decodeClientEvent(text);
		}

		@Override
		public String toString() {
			return type();
		}

	}

}
