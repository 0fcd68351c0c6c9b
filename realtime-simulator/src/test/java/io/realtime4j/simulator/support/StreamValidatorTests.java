package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class StreamValidatorTests {

	@ParameterizedTest
	@ValueSource(strings = { "openai-text-in-audio-out", "openai-history-seeding", "openai-sideband",
			"openai-tool-call", "azure-text-in-audio-out", "azure-server-vad-transcribes" })
	void realStreamsAreValid(String recording) {
		assertThat(StreamValidator.complaints(Recordings.received(recording))).isEmpty();
	}

	@Test
	void repeatedEventIdIsInvalid() {
		List<ObjectNode> events = new ArrayList<>(Recordings.received("openai-text-in-audio-out"));
		events.add(events.get(0));
		assertThat(StreamValidator.complaints(events)).containsExactly("session.created event_id is not unique");
	}

	@Test
	void eventAfterResponseDoneIsInvalid() {
		List<ObjectNode> events = new ArrayList<>(Recordings.received("openai-text-in-audio-out"));
		ObjectNode late = find(events, "response.output_audio.delta").deepCopy().put("event_id", "event_late");
		events.add(late);
		assertThat(StreamValidator.complaints(events))
			.contains("response.output_audio.delta comes after response.done");
	}

	@Test
	void lostDeltaIsInvalid() {
		List<ObjectNode> events = new ArrayList<>(Recordings.received("openai-tool-call"));
		events.remove(find(events, "response.output_text.delta"));
		assertThat(StreamValidator.complaints(events)).contains("response.output_text.done differs from its deltas");
	}

	@Test
	void itemThatIsNeverDoneIsInvalid() {
		List<ObjectNode> events = new ArrayList<>(Recordings.received("openai-tool-call"));
		events.remove(find(events, "response.output_item.done"));
		assertThat(StreamValidator.complaints(events)).contains("response.done has an item that is not done");
	}

	@Test
	void wrongPreviousItemIsInvalid() {
		List<ObjectNode> events = new ArrayList<>(Recordings.received("openai-history-seeding"));
		events.get(events.indexOf(find(events, "conversation.item.added"))).put("previous_item_id", "item_nowhere");
		assertThat(StreamValidator.complaints(events))
			.contains("conversation.item.added follows an item that is not known");
	}

	private static ObjectNode find(List<ObjectNode> events, String type) {
		return events.stream().filter((event) -> type.equals(Json.text(event, "type"))).findFirst().orElseThrow();
	}

}
