package io.realtime4j.usage;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.codec.RealtimeCodec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for usage with recordings of real sessions: what is measured equals a count of
 * the JSON alone.
 */
class RecordedUsageTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@Test
	void sumsOverAllRecordingsEqualAnIndependentCount() {
		TreeMap<String, BigDecimal> measured = new TreeMap<>();
		TreeMap<String, BigDecimal> counted = new TreeMap<>();
		for (Path recording : ProtocolFiles.list("recordings", ".jsonl")) {
			UsageMeter meter = new UsageMeter(Prices.none());
			for (JsonNode event : received(recording)) {
				UsageRecorded recorded = meter.onEvent(CODEC.decodeServerEvent(event.toString()));
				if (recorded != null) {
					measure(recorded, measured);
				}
				count(event, counted);
			}
		}
		assertThat(measured).isEqualTo(counted);
		assertThat(measured).containsKeys("input text", "input audio", "cached text", "output text", "output audio",
				"seconds", "transcription input audio", "transcription output text");
	}

	private static List<JsonNode> received(Path recording) {
		return ProtocolFiles.lines(recording)
			.stream()
			.filter((line) -> line.path("kind").asString("").equals("message"))
			.filter((line) -> line.path("direction").asString("").equals("received"))
			.map((line) -> line.path("data"))
			.toList();
	}

	private static void measure(UsageRecorded recorded, TreeMap<String, BigDecimal> sums) {
		Usage usage = recorded.usage();
		String prefix = (recorded instanceof TranscriptionUsageRecorded) ? "transcription " : "";
		measure(prefix + "input", usage.input(), sums);
		measure(prefix + "cached", usage.cached(), sums);
		measure(prefix + "output", usage.output(), sums);
		add("seconds", BigDecimal.valueOf(usage.transcribed().toNanos(), 9), sums);
	}

	private static void measure(String name, TokenCount tokens, TreeMap<String, BigDecimal> sums) {
		add(name + " text", BigDecimal.valueOf(tokens.text()), sums);
		add(name + " audio", BigDecimal.valueOf(tokens.audio()), sums);
		add(name + " image", BigDecimal.valueOf(tokens.image()), sums);
		add(name + " other", BigDecimal.valueOf(tokens.other()), sums);
	}

	private static void count(JsonNode event, TreeMap<String, BigDecimal> sums) {
		if (event.path("type").asString("").equals("response.done")) {
			JsonNode usage = event.at("/response/usage");
			count("input", usage.path("input_token_details"), sums);
			count("cached", usage.at("/input_token_details/cached_tokens_details"), sums);
			count("output", usage.path("output_token_details"), sums);
		}
		else if (event.path("type").asString("").endsWith("input_audio_transcription.completed")) {
			JsonNode usage = event.path("usage");
			count("transcription input", usage.path("input_token_details"), sums);
			add("transcription output text", decimal(usage.path("output_tokens")), sums);
			add("seconds", decimal(usage.path("seconds")), sums);
		}
	}

	private static void count(String name, JsonNode details, TreeMap<String, BigDecimal> sums) {
		for (String modality : List.of("text", "audio", "image")) {
			add(name + " " + modality, decimal(details.path(modality + "_tokens")), sums);
		}
	}

	private static BigDecimal decimal(JsonNode number) {
		return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
	}

	// Keep what is not zero, without regard to scale
	private static void add(String name, BigDecimal amount, TreeMap<String, BigDecimal> sums) {
		if (amount.signum() != 0) {
			sums.merge(name, amount.stripTrailingZeros(), (left, right) -> left.add(right).stripTrailingZeros());
		}
	}

}
