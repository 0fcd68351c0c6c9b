package io.realtime4j.model.session;

import io.realtime4j.model.audio.AudioFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reader for the audio formats in the settings of a session.
 *
 * @since 0.1.0
 */
public final class SessionFormats {

	private SessionFormats() {
	}

	/**
	 * Return the format of the input audio of a session.
	 * @param settings the settings
	 * @return the format, or {@code null} if they do not say it
	 */
	public static @Nullable AudioFormat input(SessionSettings settings) {
		SessionAudio audio = audio(settings);
		AudioInput input = (audio != null) ? audio.input() : null;
		return (input != null) ? input.format() : null;
	}

	/**
	 * Return the format of the output audio of a session.
	 * @param settings the settings
	 * @return the format, or {@code null} if they do not say it
	 */
	public static @Nullable AudioFormat output(SessionSettings settings) {
		SessionAudio audio = audio(settings);
		AudioOutput output = (audio != null) ? audio.output() : null;
		return (output != null) ? output.format() : null;
	}

	/**
	 * Return whether the user's speech is transcribed.
	 * @param settings the settings
	 * @return whether they ask for a transcription
	 */
	public static boolean isTranscribed(SessionSettings settings) {
		SessionAudio audio = audio(settings);
		AudioInput input = (audio != null) ? audio.input() : null;
		return input != null && input.transcription() != null && input.transcription().value() != null;
	}

	static @Nullable SessionAudio audio(SessionSettings settings) {
		if (settings instanceof RealtimeSessionSettings realtime) {
			return realtime.audio();
		}
		return (settings instanceof TranscriptionSessionSettings transcription) ? transcription.audio() : null;
	}

}
