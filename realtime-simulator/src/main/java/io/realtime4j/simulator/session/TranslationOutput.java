package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.response.Tokens;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.time.Lane;
import io.realtime4j.simulator.voice.SpeechRequest;
import io.realtime4j.simulator.wire.EventSink;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Output of a translation session, one utterance after another.
 */
final class TranslationOutput {

	private static final int CHUNK_MILLIS = 200;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final String VOICE = "marin";

	private final EventSink events;

	private final Lane lane;

	private final ServedSessionEnvironment environment;

	private final Consumer<Throwable> failures;

	private final Sequence utterances = new Sequence();

	private boolean stopped;

	TranslationOutput(EventSink events, Lane lane, ServedSessionEnvironment environment, Consumer<Throwable> failures) {
		this.events = events;
		this.lane = lane;
		this.environment = environment;
		this.failures = failures;
	}

	/**
	 * Speak what was heard, in the words of the script or, as there is no translator, in
	 * the words that were heard.
	 * @param heard what was heard
	 * @param written what to write down of it, or {@code null}
	 * @param language the language to speak
	 * @param elapsedMillis how much was heard so far
	 */
	void say(String heard, @Nullable String written, String language, long elapsedMillis) {
		ModelReply scripted = this.environment.script().nextReply();
		Utterance utterance = utterance(scripted, "[" + language + "] " + heard, elapsedMillis);
		if (written != null) {
			for (String token : Tokens.of(written)) {
				this.events.send(event("session.input_transcript.delta", utterance).put("delta", token));
			}
		}
		this.utterances.add(() -> prepare(utterance));
	}

	/**
	 * Do something once everything is said.
	 * @param task what to do
	 */
	void whenSilent(Runnable task) {
		this.utterances.add(() -> {
			task.run();
			this.utterances.done();
		});
	}

	void stop() {
		this.stopped = true;
		this.utterances.clear();
	}

	private static Utterance utterance(@Nullable ModelReply scripted, String words, long elapsedMillis) {
		if (scripted != null && !scripted.parts().isEmpty()
				&& scripted.parts().get(0) instanceof ReplyPart.Message message) {
			return new Utterance(message.text(), message.audio(), elapsedMillis);
		}
		return new Utterance(words, null, elapsedMillis);
	}

	private void prepare(Utterance utterance) {
		CompletableFuture.supplyAsync(() -> sound(utterance), this.environment.timeline().executor())
			.whenComplete((sound, failure) -> this.lane.execute(() -> {
				if (failure != null) {
					this.failures.accept((failure.getCause() != null) ? failure.getCause() : failure);
					this.utterances.done();
				}
				else {
					speak(utterance, sound, 0, Tokens.of(utterance.words()).iterator());
				}
			}));
	}

	private byte[] sound(Utterance utterance) {
		byte[] given = utterance.audio();
		return (given != null) ? given : this.environment.voice().speak(new SpeechRequest(utterance.words(), VOICE, 1));
	}

	private void speak(Utterance utterance, byte[] sound, int position, Iterator<String> words) {
		if (this.stopped) {
			return;
		}
		int end = Math.min(sound.length, position + AudioCodec.PCM.bytes(CHUNK_MILLIS));
		if (words.hasNext()) {
			this.events.send(event("session.output_transcript.delta", utterance).put("delta", words.next()));
		}
		if (end > position) {
			sendAudio(utterance, Arrays.copyOfRange(sound, position, end));
		}
		if (end == sound.length) {
			words.forEachRemaining(
					(word) -> this.events.send(event("session.output_transcript.delta", utterance).put("delta", word)));
			this.utterances.done();
			return;
		}
		double pause = AudioCodec.PCM.millis(end - position) / this.environment.pace();
		this.lane.schedule(Duration.ofNanos((long) (pause * NANOS_PER_MILLI)),
				() -> speak(utterance, sound, end, words));
	}

	private void sendAudio(Utterance utterance, byte[] pcm) {
		this.events
			.send(event("session.output_audio.delta", utterance).put("delta", Base64.getEncoder().encodeToString(pcm))
				.put("sample_rate", AudioCodec.SPEECH_RATE)
				.put("channels", 1)
				.put("format", "pcm16"));
	}

	private ObjectNode event(String type, Utterance utterance) {
		return this.events.event(type).put("elapsed_ms", utterance.elapsedMillis());
	}

	/**
	 * Something to say.
	 */
	private record Utterance(String words, byte @Nullable [] audio, long elapsedMillis) {
	}

}
