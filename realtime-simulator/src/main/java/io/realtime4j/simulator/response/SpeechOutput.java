package io.realtime4j.simulator.response;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.settings.ServedResponseSettings;
import io.realtime4j.simulator.voice.SpeechRequest;
import org.jspecify.annotations.Nullable;

/**
 * A message that is spoken: sentence by sentence, the words a little ahead of the sound.
 */
final class SpeechOutput extends MessageOutput {

	private static final long CHUNK_MILLIS = 250;

	private static final long LEAD_MILLIS = 500;

	private final Queue<String> sentences = new ArrayDeque<>();

	private final byte @Nullable [] givenSound;

	private @Nullable CompletableFuture<Utterance> upcoming;

	private @Nullable Utterance current;

	SpeechOutput(Stage stage, OutputSlot slot, ReplyPart.Message message) {
		super(stage, slot);
		this.givenSound = message.audio();
		if (this.givenSound != null) {
			this.sentences.add(message.text());
		}
		else {
			this.sentences.addAll(Tokens.sentences(message.text()));
		}
	}

	@Override
	Advance begin() {
		sendPart("response.content_part.added", "audio", "transcript");
		storeContent("output_audio", "transcript");
		prepareNext();
		return awaitNext(Duration.ZERO);
	}

	@Override
	Advance step() {
		if (this.current == null) {
			if (this.upcoming == null) {
				finish(slot().endStatus());
				return Advance.complete();
			}
			this.current = this.upcoming.join();
			prepareNext();
		}
		return speak(this.current);
	}

	@Override
	void finish(String status) {
		storeContent("output_audio", "transcript");
		events().send(contentEvent("response.output_audio.done"));
		events().send(contentEvent("response.output_audio_transcript.done").put("transcript", streamed()));
		sendPart("response.content_part.done", "audio", "transcript");
		conclude(status);
	}

	private Advance speak(Utterance utterance) {
		ServedResponseSettings settings = slot().settings();
		byte[] chunk = utterance.nextChunk(settings.codec().bytes(CHUNK_MILLIS));
		long spoken = settings.codec().millis(utterance.position());
		long total = Math.max(1, settings.codec().millis(utterance.sound().length));
		int words = 0;
		for (String token = utterance.nextToken(spoken + LEAD_MILLIS, total); token != null; token = utterance
			.nextToken(spoken + LEAD_MILLIS, total)) {
			sendToken("response.output_audio_transcript.delta", token);
			words++;
		}
		if (chunk.length > 0) {
			item().addAudio(chunk);
			String delta = Base64.getEncoder().encodeToString(chunk);
			events().send(contentEvent("response.output_audio.delta").put("delta", delta));
		}
		Duration pause = stage().paced(settings.codec().millis(chunk.length))
			.plus(slot().wordPause().multipliedBy(words));
		if (utterance.isOver()) {
			this.current = null;
			return awaitNext(pause);
		}
		return Advance.after(pause);
	}

	private Advance awaitNext(Duration pause) {
		return (this.upcoming != null) ? Advance.when(this.upcoming, pause) : Advance.after(pause);
	}

	private void prepareNext() {
		String sentence = this.sentences.poll();
		this.upcoming = (sentence != null) ? stage().work(() -> utter(sentence)) : null;
	}

	private Utterance utter(String sentence) {
		ServedResponseSettings settings = slot().settings();
		byte[] sound = this.givenSound;
		if (sound == null) {
			SpeechRequest request = new SpeechRequest(sentence.strip(), settings.voice(), settings.speed());
			sound = stage().voice().speak(request);
		}
		return new Utterance(Tokens.of(sentence), settings.codec().encodeSpeech(sound));
	}

}
