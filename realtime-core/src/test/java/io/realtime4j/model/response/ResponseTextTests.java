package io.realtime4j.model.response;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.server.ResponseDone;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Response#text()}.
 */
class ResponseTextTests {

	@Test
	void textsAndTranscriptsComeInOrder() {
		ResponseDone done = done("""
				"output":[
				{"type":"message","role":"assistant","content":[{"type":"output_text","text":"One."},
				{"type":"output_audio","transcript":"Two."},{"type":"new_in_2027","text":"not known"}]},
				{"type":"function_call","name":"look","arguments":"{}","call_id":"c1"},
				{"type":"message","role":"assistant","content":[{"type":"output_audio","transcript":"Three."}]}]""");
		assertThat(done.text()).isEqualTo("One.\nTwo.\nThree.");
		assertThat(done.response().text()).isEqualTo(done.text());
	}

	@Test
	void betaSaysTheSame() {
		assertThat(done("""
				"output":[{"type":"message","role":"assistant","content":[{"type":"text","text":"One."},
				{"type":"audio","transcript":"Two."}]}]""").text()).isEqualTo("One.\nTwo.");
	}

	@Test
	void whatIsLeftOutIsEmpty() {
		assertThat(done("\"id\":\"r1\"").text()).isEmpty();
		assertThat(done("\"output\":null").text()).isEmpty();
		assertThat(done("\"output\":[]").text()).isEmpty();
		assertThat(done("""
				"output":[{"type":"message","role":"assistant"},{"type":"message","role":"assistant","content":[]},
				{"type":"message","role":"assistant","content":[{"type":"output_text"},{"type":"output_audio"},
				{"type":"output_text","text":" "}]}]""").text()).isEmpty();
	}

	private static ResponseDone done(String members) {
		return (ResponseDone) RealtimeCodec.create()
			.decodeServerEvent("{\"type\":\"response.done\",\"response\":{" + members + "}}");
	}

}
