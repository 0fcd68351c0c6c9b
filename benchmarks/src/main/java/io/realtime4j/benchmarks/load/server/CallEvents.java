package io.realtime4j.benchmarks.load.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;

/**
 * Events of the service in one turn of a call: something was heard, and is answered with
 * speech.
 *
 * @param number the number of the turn, the same for no two of a run
 * @param previous the number of the turn before it in this conversation, or {@code -1}
 * @param answer the words of the answer, empty if nobody writes them down
 */
record CallEvents(int number, int previous, String answer) {

	private static final String ITEM = "\"item\":{\"id\":\"item_%1$s%2$08d\",\"object\":\"realtime.item\","
			+ "\"type\":\"message\",\"status\":\"%3$s\",\"role\":\"%4$s\",\"content\":[%5$s]}";

	private static final String PLACE = "\"response_id\":\"resp_%2$08d\",\"item_id\":\"item_a%2$08d\","
			+ "\"output_index\":0,\"content_index\":0";

	private static final String HEARD = "{\"type\":\"input_audio\",\"transcript\":null}";

	List<byte[]> begin() {
		return List.of(
				event("input_audio_buffer.committed",
						"\"previous_item_id\":" + before() + ",\"item_id\":\"item_u%2$08d\""),
				event("conversation.item.added",
						"\"previous_item_id\":" + before() + "," + item("u", "completed", "user", HEARD)),
				event("conversation.item.done",
						"\"previous_item_id\":" + before() + "," + item("u", "completed", "user", HEARD)),
				Frames.text(ServerEvents.responseCreated(this.number)),
				event("response.output_item.added",
						"\"response_id\":\"resp_%2$08d\",\"output_index\":0,"
								+ item("a", "in_progress", "assistant", "")),
				event("conversation.item.added",
						"\"previous_item_id\":\"item_u%2$08d\"," + item("a", "in_progress", "assistant", "")),
				event("response.content_part.added", PLACE + ",\"part\":{\"type\":\"audio\",\"transcript\":\"\"}"));
	}

	/**
	 * Return an audio delta whose stamp is not written yet.
	 * @return the frame
	 */
	byte[] audio() {
		return audio(CallAudio.base64());
	}

	/**
	 * Return an audio delta.
	 * @param base64 the audio
	 * @return the frame
	 */
	byte[] audio(String base64) {
		return event("response.output_audio.delta", PLACE + ",\"delta\":\"" + base64 + "\"");
	}

	/**
	 * Return where the stamp is.
	 * @param audio the frame of an audio delta
	 * @return the index
	 */
	static int stampIndex(byte[] audio) {
		return CallAudio.indexIn(new String(audio, StandardCharsets.ISO_8859_1));
	}

	List<byte[]> end() {
		return List.of(event("response.output_audio.done", PLACE),
				event("response.content_part.done", PLACE + ",\"part\":" + spoken("audio")),
				event("conversation.item.done",
						"\"previous_item_id\":\"item_u%2$08d\","
								+ item("a", "completed", "assistant", spoken("output_audio"))),
				event("response.output_item.done",
						"\"response_id\":\"resp_%2$08d\",\"output_index\":0,"
								+ item("a", "completed", "assistant", spoken("output_audio"))),
				Frames.text(ServerEvents.responseDone(this.number)));
	}

	/**
	 * Return the words of both sides, as they come in between.
	 * @return the frames
	 */
	List<byte[]> words() {
		List<byte[]> words = new ArrayList<>();
		words.add(event("conversation.item.input_audio_transcription.completed",
				"\"item_id\":\"item_u%2$08d\",\"content_index\":0,\"transcript\":\"Where is turn %2$d?\""));
		for (String word : this.answer.split("(?= )")) {
			words.add(event("response.output_audio_transcript.delta", PLACE + ",\"delta\":\"" + word + "\""));
		}
		words.add(event("response.output_audio_transcript.done", PLACE + ",\"transcript\":\"" + this.answer + "\""));
		return words;
	}

	private String spoken(String type) {
		return "{\"type\":\"" + type + "\",\"transcript\":\"" + this.answer + "\"}";
	}

	// The item that the user's item stands behind
	private String before() {
		return (this.previous >= 0) ? String.format(Locale.ROOT, "\"item_a%08d\"", this.previous) : "null";
	}

	private String item(String kind, String status, String role, String content) {
		return String.format(Locale.ROOT, ITEM, kind, this.number, status, role, content);
	}

	private byte[] event(String type, String members) {
		return Frames.text(String.format(Locale.ROOT,
				"{\"type\":\"%1$s\",\"event_id\":\"event_c%2$08d\"," + members + "}", type, this.number));
	}

}
