package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Base64Audio;
import org.jspecify.annotations.Nullable;

/**
 * Writes the event that a microphone sends by the hundred, which has its id and its audio
 * and nothing else.
 *
 * @since 0.1.0
 */
public final class AudioAppendWriter {

	private static final String AUDIO = "\"audio\":\"";

	private static final byte[] AFTER = ascii("\"}");

	private final Base64Audio base64 = new Base64Audio();

	private final String start;

	private final byte[] before;

	/**
	 * Create a writer of events of a type.
	 * @param type the type of the event
	 */
	public AudioAppendWriter(String type) {
		this.start = "{\"type\":\"" + type + "\",";
		this.before = ascii(this.start + AUDIO);
	}

	/**
	 * Write an event.
	 * @param eventId the id of the event, or {@code null} if it has none
	 * @param audio the audio
	 * @return its JSON text, or {@code null} if it has to be written like all other
	 * events
	 */
	public @Nullable String write(@Nullable String eventId, AudioData audio) {
		if (!audio.isBase64() || (eventId != null && !isPlain(eventId))) {
			return null;
		}
		return this.base64.write(before(eventId), audio, AFTER);
	}

	private byte[] before(@Nullable String eventId) {
		return (eventId != null) ? ascii(this.start + "\"event_id\":\"" + eventId + "\"," + AUDIO) : this.before;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < ' ' || character > '~' || character == '"' || character == '\\') {
				return false;
			}
		}
		return true;
	}

}
