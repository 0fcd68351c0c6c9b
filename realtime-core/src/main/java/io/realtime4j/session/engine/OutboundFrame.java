package io.realtime4j.session.engine;

import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Internal frame with an event for the server. Its text can be written as UTF-8: no queue
 * ever holds a frame that no connection can send. A frame holds either its event or its
 * text, so that what waits is in memory once.
 *
 * @since 0.1.0
 */
public final class OutboundFrame {

	private final Supplier<String> text;

	private final int length;

	private final int audioBytes;

	private final long givenAt;

	private final @Nullable RealtimeMessage command;

	private OutboundFrame(String checked, Supplier<String> text, int audioBytes, long givenAt,
			@Nullable RealtimeMessage command) {
		if (!WellFormedText.isWellFormed(checked)) {
			throw new IllegalArgumentException("'text' must not hold half a character (an unpaired surrogate)");
		}
		this.text = text;
		this.length = checked.length();
		this.audioBytes = audioBytes;
		this.givenAt = givenAt;
		this.command = command;
	}

	/**
	 * Return a frame that nobody needs to know again.
	 * @param text the JSON text
	 * @return the frame
	 */
	public static OutboundFrame of(String text) {
		return audio(text, 0);
	}

	/**
	 * Return a frame that carries input audio, which gives way when there is no room.
	 * @param text the JSON text
	 * @param audioBytes the size of the audio in it, in bytes
	 * @return the frame
	 */
	public static OutboundFrame audio(String text, int audioBytes) {
		return audio(text, audioBytes, 0);
	}

	/**
	 * Return a frame that carries input audio, and knows since when.
	 * @param text the JSON text
	 * @param audioBytes the size of the audio in it, in bytes
	 * @param givenAt when the session was given the audio, in ms of its clock
	 * @return the frame
	 */
	public static OutboundFrame audio(String text, int audioBytes, long givenAt) {
		return new OutboundFrame(text, () -> text, audioBytes, givenAt, null);
	}

	/**
	 * Return a frame for a protocol that has to know what the server was told.
	 * @param <E> the type of the event
	 * @param command the event, which the frame holds
	 * @param text its JSON text, which the frame does not hold
	 * @param encoder writes the event once more when it is sent
	 * @return the frame
	 */
	public static <E extends RealtimeMessage> OutboundFrame command(E command, String text,
			Function<? super E, String> encoder) {
		return new OutboundFrame(text, () -> encoder.apply(command), 0, 0, command);
	}

	/**
	 * Return the text to send.
	 * @return the JSON text
	 */
	public String text() {
		return this.text.get();
	}

	/**
	 * Return the length of the text.
	 * @return the length in characters
	 */
	public int length() {
		return this.length;
	}

	/**
	 * Return the size of the input audio.
	 * @return the size in bytes, zero if there is none
	 */
	public int audioBytes() {
		return this.audioBytes;
	}

	/**
	 * Return when the session was given the input audio.
	 * @return the time in ms of its clock, 0 if nobody noted it
	 */
	public long givenAt() {
		return this.givenAt;
	}

	/**
	 * Return the event.
	 * @return the event, or {@code null} if nobody needs it
	 */
	public @Nullable RealtimeMessage command() {
		return this.command;
	}

	/**
	 * Return whether the frame carries input audio.
	 * @return whether it does
	 */
	public boolean isAudio() {
		return this.audioBytes > 0;
	}

}
