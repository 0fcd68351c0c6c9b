package io.realtime4j.simulator.voice;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.realtime4j.simulator.support.Sounds;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VoiceTests {

	private static final String SHORT = "Hello there.";

	private static final String LONG = "It is foggy and twelve degrees in London, and it will stay so until tomorrow.";

	@Test
	void sentencesSoundLikeSpeech() {
		try (SimulatorVoice voice = StandardVoice.create()) {
			byte[] brief = speak(voice, SHORT, 1);
			byte[] lengthy = speak(voice, LONG, 1);
			assertThat(seconds(brief)).isBetween(0.4, 2.0);
			assertThat(seconds(lengthy)).isBetween(3.0, 8.0);
			assertThat(Sounds.rms(brief)).isBetween(500.0, 12000.0);
			assertThat(loudnessVaries(lengthy)).isTrue();
		}
	}

	@Test
	void speedIsRespected() {
		try (SimulatorVoice voice = StandardVoice.create()) {
			assertThat(seconds(speak(voice, LONG, 1.5))).isLessThan(seconds(speak(voice, LONG, 1)) * 0.8);
		}
	}

	@Test
	void voiceIsQuietOnStandardOutput() {
		PrintStream original = System.out;
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		System.setOut(new PrintStream(output));
		try (SimulatorVoice voice = StandardVoice.create()) {
			speak(voice, SHORT, 1);
		}
		finally {
			System.setOut(original);
		}
		assertThat(output.size()).isZero();
	}

	@Test
	void voiceMayBeUsedByManyThreads() {
		try (SimulatorVoice voice = new FreeTtsVoice()) {
			byte[] alone = speak(voice, SHORT, 1);
			List<CompletableFuture<byte[]>> spoken = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				spoken.add(CompletableFuture.supplyAsync(() -> speak(voice, SHORT, 1)));
			}
			assertThat(spoken).allSatisfy(
					(sound) -> assertThat(seconds(sound.join())).isCloseTo(seconds(alone), Offset.offset(0.05)));
		}
	}

	@Test
	void closedVoiceLeavesNoThread() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		SimulatorVoice voice = StandardVoice.create();
		speak(voice, SHORT, 1);
		voice.close();
		List<Thread> left = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread) && !thread.getName().startsWith("ForkJoinPool"))
			.toList();
		assertThat(left.stream().filter(VoiceTests::staysAlive).collect(Collectors.toSet())).isEmpty();
	}

	@Test
	void toneStandsInForAMissingVoice() {
		ClassLoader without = new ClassLoader(null) {
		};
		try (SimulatorVoice voice = StandardVoice.create(without)) {
			byte[] sound = speak(voice, LONG, 1);
			assertThat(seconds(sound)).isBetween(3.0, 8.0);
			assertThat(Sounds.rms(sound)).isPositive();
		}
	}

	private static byte[] speak(SimulatorVoice voice, String text, double speed) {
		return voice.speak(new SpeechRequest(text, "alloy", speed));
	}

	private static double seconds(byte[] pcm) {
		return pcm.length / 48000.0;
	}

	private static boolean loudnessVaries(byte[] pcm) {
		double quietest = Double.MAX_VALUE;
		double loudest = 0;
		for (int i = 0; i + 2400 <= pcm.length; i += 2400) {
			double rms = Sounds.rms(Arrays.copyOfRange(pcm, i, i + 2400));
			quietest = Math.min(quietest, rms);
			loudest = Math.max(loudest, rms);
		}
		return loudest > 8 * quietest;
	}

	private static boolean staysAlive(Thread thread) {
		try {
			thread.join(2000);
			return thread.isAlive();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
