package io.realtime4j.simulator.session;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;

import io.realtime4j.simulator.response.Tokens;
import io.realtime4j.simulator.settings.ServedLiveSettings;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The mouth of a live session, which is never still: where there is nothing to say, it
 * sends silence.
 */
final class LiveSpeech {

	private final EventSink events;

	private final LiveOutputs outputs;

	private final ServedLiveSettings settings;

	private final Queue<Words> waiting = new ArrayDeque<>();

	private @Nullable Words present;

	LiveSpeech(EventSink events, LiveOutputs outputs, ServedLiveSettings settings) {
		this.events = events;
		this.outputs = outputs;
		this.settings = settings;
	}

	/**
	 * Say something after what is to be said already.
	 * @param text the words
	 * @param sound their sound as it is encoded on the wire
	 */
	void say(String text, byte[] sound) {
		this.waiting.add(new Words(Tokens.of(text), sound));
	}

	/**
	 * Say no more of it.
	 */
	void fallSilent() {
		this.waiting.clear();
		this.present = null;
	}

	/**
	 * Send what comes next.
	 * @param now the time of the session
	 * @param millis how much to send
	 */
	void speak(long now, int millis) {
		if (this.present == null) {
			this.present = this.waiting.poll();
		}
		byte[] whole = this.settings.silence(millis);
		Words words = this.present;
		if (words != null) {
			byte[] chunk = words.next(whole.length);
			System.arraycopy(chunk, 0, whole, 0, chunk.length);
			words.due().forEach((token) -> sendWord(token, now, now + millis));
			this.present = words.isOver() ? null : words;
		}
		// This one has no event_id
		this.events.send(Json.object()
			.put("type", "session.output_audio.delta")
			.put("delta", Base64.getEncoder().encodeToString(whole)));
		this.outputs.spoken(this.settings.decode(whole), this.settings.rate(), now, now + millis);
	}

	private void sendWord(String token, long startMillis, long endMillis) {
		ObjectNode event = this.events.event("session.output_transcript.delta");
		this.events.send(event.put("delta", token).put("start_ms", startMillis).put("end_ms", endMillis));
	}

	/**
	 * Words with their sound, and how far they were said.
	 */
	private static final class Words {

		private final List<String> tokens;

		private final byte[] sound;

		private int position;

		private int said;

		Words(List<String> tokens, byte[] sound) {
			this.tokens = tokens;
			this.sound = sound;
		}

		byte[] next(int size) {
			int end = Math.min(this.sound.length, this.position + size);
			byte[] chunk = Arrays.copyOfRange(this.sound, this.position, end);
			this.position = end;
			return chunk;
		}

		List<String> due() {
			int until = (this.position == this.sound.length) ? this.tokens.size()
					: (int) ((long) this.tokens.size() * this.position / this.sound.length);
			List<String> due = this.tokens.subList(this.said, until);
			this.said = until;
			return due;
		}

		boolean isOver() {
			return this.position == this.sound.length;
		}

	}

}
