package io.realtime4j.transcription;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.model.transcription.TranscriptionModel;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.speech.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is said in recordings and streams, each in a session of its own that
 * only transcribes and is closed afterwards. <pre class="code">
 * Transcript transcript = Transcriber.of(client).transcribe(AudioSource.wav(Path.of("call.wav")).atOnce()).join();
 * System.out.println(transcript.text());
 * </pre>
 *
 * @since 0.1.0
 */
public final class Transcriber {

	private static final AudioTranscription DEFAULT = AudioTranscription.builder()
		.model(TranscriptionModel.GPT_4O_MINI_TRANSCRIBE)
		.build();

	private final RealtimeClient client;

	private Transcriber(RealtimeClient client) {
		this.client = client;
	}

	/**
	 * Return a transcriber.
	 * @param client opens the sessions; they have the input settings of its
	 * {@linkplain RealtimeClient#defaultSpec() default}, such as the model that
	 * transcribes, which is {@code gpt-4o-mini-transcribe} if there is none
	 * @return the transcriber
	 */
	public static Transcriber of(RealtimeClient client) {
		return new Transcriber(client);
	}

	/**
	 * Transcribe all that a source holds.
	 * @param source the source, which is closed at the end
	 * @return completes with the transcript when the service has written down all of it;
	 * fails with what the source throws, and with
	 * {@link io.realtime4j.session.SessionClosedException} if the session ends before.
	 * Cancelling it closes the session
	 */
	public CompletableFuture<Transcript> transcribe(AudioSource source) {
		return transcribe(source, (spec) -> {
		});
	}

	/**
	 * Transcribe all that a source holds, in a session of a kind.
	 * @param source the source, which is closed at the end
	 * @param customizer changes the session, for example its language or its listeners:
	 * {@code spec.transcription((settings) -> settings.audioInput(...))}
	 * @return as {@link #transcribe(AudioSource)}
	 */
	public CompletableFuture<Transcript> transcribe(AudioSource source, Consumer<SessionSpec.Builder> customizer) {
		SessionSpec.Builder spec = this.client.defaultSpec().toBuilder().greeting(null);
		spec.settings(transcribing(spec.settings()));
		customizer.accept(spec);
		return new Transcription(source).begin(this.client, spec);
	}

	private static SessionSettings transcribing(@Nullable SessionSettings settings) {
		if (settings instanceof TranscriptionSessionSettings) {
			return settings;
		}
		SessionAudio audio = (settings instanceof RealtimeSessionSettings realtime) ? realtime.audio() : null;
		AudioInput input = (audio != null && audio.input() != null) ? audio.input() : AudioInput.builder().build();
		boolean transcribed = input.transcription() != null && input.transcription().value() != null;
		return TranscriptionSessionSettings.builder()
			.audio(SessionAudio.input(transcribed ? input : input.toBuilder().transcription(DEFAULT).build()))
			.build();
	}

}
