package io.realtime4j.simulator.ears;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelToolChoice;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.model.standard.StandardModel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures what the ears understand, with voices of flite and espeak-ng. Takes some
 * minutes, so it is no part of the build.
 */
class SpokenSentencesRun {

	private static final List<Speaker> SPEAKERS = List.of(Speaker.espeak("en-us", 150), Speaker.espeak("en-gb+f3", 160),
			Speaker.espeak("en-us+m3", 175), Speaker.espeak("en-us+f2", 140), Speaker.flite("slt", 1),
			Speaker.flite("rms", 1), Speaker.flite("awb", 1.1), Speaker.flite("kal16", 1),
			Speaker.espeak("en-gb+m3", 165), Speaker.flite("slt", 0.9));

	private static final double[] NOISES = { 0, 0.03, 0.06 };

	private static final int STEP = 3;

	@TempDir
	private Path directory;

	private int spoken;

	@Test
	void mostIsUnderstoodAndNothingElseIsDone() throws Exception {
		List<String> wrong = new ArrayList<>();
		int understood = 0;
		int askedBack = 0;
		List<String> sentences = lines("sentences.txt");
		try (SimulatorEars ears = StandardEars.create()) {
			for (String sentence : sentences) {
				Hearing hearing = hear(ears, sentence);
				boolean right = reply(sentence).equals(reply(hearing.words()))
						|| plain(sentence).equals(plain(hearing.words()));
				understood += right ? 1 : 0;
				askedBack += (right && !hearing.sure()) ? 1 : 0;
				if (hearing.sure() && !right && reply(hearing.words()).startsWith("call ")) {
					wrong.add(sentence + " -> " + hearing);
				}
			}
			for (String sentence : lines("outside.txt")) {
				Hearing hearing = hear(ears, sentence);
				if (hearing.sure() && reply(hearing.words()).startsWith("call ")) {
					wrong.add(sentence + " -> " + hearing);
				}
			}
		}
		System.out.printf("%d of %d sentences understood, %d of them asked back%n", understood, sentences.size(),
				askedBack);
		assertThat(wrong).isEmpty();
		assertThat(understood).isGreaterThanOrEqualTo(sentences.size() * 7 / 10);
	}

	private Hearing hear(SimulatorEars ears, String sentence) throws Exception {
		Speaker speaker = SPEAKERS.get(this.spoken * STEP % SPEAKERS.size());
		byte[] pcm = speak(speaker, sentence, NOISES[this.spoken % NOISES.length]);
		this.spoken++;
		Hearing hearing = ears.hear(new HearingRequest(pcm, 16_000, EarsTests.TOOLS)).get(600, TimeUnit.SECONDS);
		System.out.println(speaker.command() + " " + sentence + " -> " + hearing);
		return hearing;
	}

	private byte[] speak(Speaker speaker, String sentence, double noise) {
		try {
			return speaker.speak(sentence, this.directory.resolve("speech.wav"), noise);
		}
		catch (IOException ex) {
			Assumptions.abort("no voices: flite and espeak-ng are not both installed");
			throw new IllegalStateException(ex);
		}
	}

	private static String reply(String words) {
		ModelTurn turn = new ModelTurn(ModelTurn.Role.USER, words, "", Duration.ZERO);
		ModelReply reply = new StandardModel().reply(new ModelRequest("", List.of(turn), EarsTests.TOOLS,
				new ModelToolChoice(ModelToolChoice.Mode.AUTO, "")));
		ReplyPart part = reply.parts().get(0);
		return (part instanceof ReplyPart.Call call) ? "call " + call.name() + call.arguments() : words;
	}

	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z' ]", "");
	}

	private static List<String> lines(String file) throws IOException {
		try (InputStream stream = SpokenSentencesRun.class.getResourceAsStream("/ears/" + file)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

}
