package io.realtime4j.session.engine;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Internal frame with an event for the server.
 *
 * @param text the JSON text, which has to be text that can be written as UTF-8: no queue
 * ever holds a frame that no connection can send
 * @param audioBytes the size of the input audio in it, in bytes; zero if it has none.
 * Audio gives way when there is no room
 * @param command the event, for a protocol that has to know what the server was told;
 * {@code null} if nobody needs it
 * @since 0.1.0
 */
public record OutboundFrame(String text, int audioBytes, @Nullable RealtimeMessage command) {

	/**
	 * Create a new {@link OutboundFrame} instance.
	 */
	public OutboundFrame {
		if (!WellFormedText.isWellFormed(text)) {
			throw new IllegalArgumentException("'text' must not hold half a character (an unpaired surrogate)");
		}
	}

	/**
	 * Return a frame that nobody needs to know again.
	 * @param text the JSON text
	 * @return the frame
	 */
	public static OutboundFrame of(String text) {
		return new OutboundFrame(text, 0, null);
	}

	/**
	 * Return whether the frame carries input audio.
	 * @return whether it does
	 */
	public boolean isAudio() {
		return this.audioBytes > 0;
	}

}
