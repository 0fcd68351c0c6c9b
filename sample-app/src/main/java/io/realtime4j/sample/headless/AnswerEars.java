package io.realtime4j.sample.headless;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.Pcm;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.ConversationChanged;

/**
 * Listens to a live session until the model has answered. Its output never stops, so the
 * answer is what is heard in it, and is over when its turn is and no work is under way.
 */
final class AnswerEars {

	/**
	 * Level in dBFS below which nothing is heard.
	 */
	private static final double FAINT = -45;

	private final CompletableFuture<SpokenAnswer> answer = new CompletableFuture<>();

	private final ByteArrayOutputStream speech = new ByteArrayOutputStream();

	private int sampleRate = 24_000;

	private int end;

	CompletableFuture<SpokenAnswer> answer() {
		return this.answer;
	}

	void onSpeech(Pcm piece) {
		byte[] pcm16 = piece.audio().bytes();
		boolean audible = AudioLevel.of(pcm16).rms() >= FAINT;
		this.sampleRate = piece.sampleRate();
		if (audible || this.end > 0) {
			this.speech.writeBytes(pcm16);
		}
		if (audible) {
			this.end = this.speech.size();
		}
	}

	void onChange(LiveSession session, ConversationChanged change) {
		List<LiveTurn> turns = session.turns();
		boolean answered = !turns.isEmpty() && LiveRole.ASSISTANT.equals(turns.get(turns.size() - 1).role())
				&& !words(turns, LiveRole.USER).isEmpty();
		if (answered && !session.isWorking()) {
			byte[] pcm16 = Arrays.copyOf(this.speech.toByteArray(), this.end);
			this.answer.complete(new SpokenAnswer(words(turns, LiveRole.USER), words(turns, LiveRole.ASSISTANT),
					Pcm.of(this.sampleRate, pcm16)));
		}
	}

	private static String words(List<LiveTurn> turns, LiveRole role) {
		return turns.stream()
			.filter((turn) -> turn.role().equals(role))
			.map(LiveTurn::text)
			.collect(Collectors.joining(" "));
	}

}
