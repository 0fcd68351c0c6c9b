package io.realtime4j.model.session;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Audio settings of a session.
 *
 * @param input settings of the audio that goes in, or {@code null} if absent
 * @param output settings of the audio that comes out, or {@code null} if absent
 * @since 0.1.0
 */
public record SessionAudio(@Nullable AudioInput input, @Nullable AudioOutput output) {

	/**
	 * Return settings of the input alone.
	 * @param input settings of the audio that goes in
	 * @return the audio settings
	 */
	public static SessionAudio input(AudioInput input) {
		return new SessionAudio(input, null);
	}

	/**
	 * Return settings of the output alone.
	 * @param output settings of the audio that comes out
	 * @return the audio settings
	 */
	public static SessionAudio output(AudioOutput output) {
		return new SessionAudio(null, output);
	}

	static SessionAudio withInput(@Nullable SessionAudio audio, Consumer<AudioInput.Builder> change) {
		AudioInput input = (audio != null) ? audio.input() : null;
		AudioInput.Builder builder = (input != null) ? input.toBuilder() : AudioInput.builder();
		change.accept(builder);
		return new SessionAudio(builder.build(), (audio != null) ? audio.output() : null);
	}

	static SessionAudio withOutput(@Nullable SessionAudio audio, Consumer<AudioOutput.Builder> change) {
		AudioOutput output = (audio != null) ? audio.output() : null;
		AudioOutput.Builder builder = (output != null) ? output.toBuilder() : AudioOutput.builder();
		change.accept(builder);
		return new SessionAudio((audio != null) ? audio.input() : null, builder.build());
	}

}
