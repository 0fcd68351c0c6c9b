package io.realtime4j.codec;

import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.event.server.OutputAudioBufferCleared;
import io.realtime4j.event.server.OutputAudioBufferStarted;
import io.realtime4j.event.server.OutputAudioBufferStopped;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseIds}, which has to know every event that is a part of a
 * response.
 */
class ResponsePartsTests {

	/**
	 * Events of calls, which tell of the buffer that plays a response.
	 */
	private static final Set<Class<?>> OF_BUFFERS = Set.of(OutputAudioBufferCleared.class,
			OutputAudioBufferStarted.class, OutputAudioBufferStopped.class);

	@TestFactory
	Stream<DynamicTest> idsOfEveryPartOfAResponseAreRead() {
		return EventSamples.of("server")
			.filter((sample) -> sample.json().has("response_id"))
			.filter((sample) -> !OF_BUFFERS.contains(sample.decode().getClass()))
			.map((sample) -> DynamicTest.dynamicTest(sample.file(), () -> {
				ServerEvent event = (ServerEvent) sample.decode();
				JsonNode json = sample.json();
				assertThat(ResponseIds.responseId(event)).isEqualTo(json.path("response_id").asString());
				assertThat(ResponseIds.itemId(event)).isEqualTo(itemId(json));
				assertThat(ResponseIds.isProgress(event)).isTrue();
			}));
	}

	private static String itemId(JsonNode json) {
		return json.has("item") ? json.at("/item/id").asString() : json.path("item_id").asString();
	}

}
