package io.realtime4j.sample.headless;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.sample.FrontDeskApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class HeadlessTests {

	private static final String QUESTION = "classpath:audio/question.wav";

	@TempDir
	private Path directory;

	@Test
	void theShippedQuestionIsAnsweredAloud(CapturedOutput output) throws IOException {
		assertThat(ask(QUESTION)).isZero();
		Pcm answer = WavFile.read(answer());
		assertThat(answer.sampleRate()).isEqualTo(24_000);
		assertThat(answer.millis()).isBetween(3000L, 20_000L);
		assertThat(AudioLevel.of(answer.audio().bytes()).rms()).isBetween(-40.0, -6.0);
		assertThat(output).containsPattern("Heard +\\(3\\.\\d seconds of speech\\)")
			.containsPattern("Answer +I heard you speak for 3\\.\\d seconds")
			.containsPattern("end of speech detected after \\d+ ms, first audio received \\d+ ms later");
	}

	@Test
	void theShippedQuestionIsAnsweredAloudInALiveSession(CapturedOutput output) throws IOException {
		// Sound that is hurried has pauses: a live session hears at the pace of time
		assertThat(run(1, "--desk.family=live", "--wav=" + QUESTION, "--answer=" + answer())).isZero();
		Pcm answer = WavFile.read(answer());
		assertThat(answer.millis()).isBetween(3000L, 40_000L);
		assertThat(AudioLevel.of(answer.audio().bytes()).rms()).isBetween(-40.0, -6.0);
		assertThat(output).containsPattern("Heard +\\(\\d\\.\\d seconds of speech\\)")
			.containsPattern("Answer +I heard you speak for \\d\\.\\d seconds");
	}

	@Test
	void aStereoRecordingAtAnotherRateIsAnswered(CapturedOutput output) throws IOException {
		Path file = this.directory.resolve("stereo.wav");
		Files.write(file, stereo(WavFile.read(getClass().getResourceAsStream("/audio/question.wav")).resample(11_025)));
		assertThat(ask(file.toString())).isZero();
		assertThat(WavFile.read(answer()).millis()).isGreaterThan(3000);
		assertThat(output).contains("11025 Hz");
	}

	@Test
	void aMissingFileIsNamed(CapturedOutput output) {
		assertThat(ask(this.directory.resolve("missing.wav").toString())).isOne();
		assertThat(output.getErr()).contains("There is no file").contains("missing.wav");
	}

	@Test
	void aBrokenFileIsNamed(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.directory.resolve("broken.wav"), "This is no sound.");
		assertThat(ask(file.toString())).isOne();
		assertThat(output.getErr()).contains("broken.wav cannot be read");
	}

	@Test
	void silenceIsNoQuestion(CapturedOutput output) throws IOException {
		Path file = this.directory.resolve("silence.wav");
		WavFile.write(Pcm.of(8000, new byte[16_000]), file);
		assertThat(ask(file.toString())).isOne();
		assertThat(output.getErr()).contains("nothing but silence");
	}

	@Test
	void aPlaceThatCannotHoldTheAnswerIsNamed(CapturedOutput output) {
		assertThat(run("--wav=" + QUESTION, "--answer=" + this.directory.resolve("nowhere/answer.wav"))).isOne();
		assertThat(output.getErr()).contains("The answer cannot be written to").contains("nowhere");
	}

	@Test
	void aServerThatIsNotThereIsNamed(CapturedOutput output) throws IOException {
		// A port that nobody else can take, and at which nobody listens
		try (Socket taken = new Socket()) {
			taken.bind(new InetSocketAddress("127.0.0.1", 0));
			assertThat(ask(QUESTION, "--realtime.base-url=http://127.0.0.1:" + taken.getLocalPort(),
					"--realtime.api-key=x"))
				.isOne();
		}
		assertThat(output.getErr()).contains("The server could not be reached");
	}

	@Test
	void anAnswerThatTakesTooLongIsNotAwaited(CapturedOutput output) {
		assertThat(ask(QUESTION, "--patience=10ms")).isOne();
		assertThat(output.getErr()).containsAnyOf("There was no answer within", "The session did not open within");
	}

	private Path answer() {
		return this.directory.resolve("answer.wav");
	}

	private int ask(String question, String... more) {
		List<String> arguments = new ArrayList<>(List.of(more));
		arguments.add("--wav=" + question);
		arguments.add("--answer=" + answer());
		return run(arguments.toArray(String[]::new));
	}

	private static int run(String... arguments) {
		return run(50, arguments);
	}

	private static int run(int pace, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--realtime.api-key=", "--realtime.simulator.pace=" + pace));
		all.addAll(List.of(arguments));
		return SpringApplication.exit(FrontDeskApplication.open(all.toArray(String[]::new)));
	}

	private static byte[] stereo(Pcm mono) {
		byte[] samples = mono.audio().bytes();
		byte[] wav = WavFile.toBytes(Pcm.of(mono.sampleRate(), new byte[2 * samples.length]));
		for (int i = 0; i < samples.length; i++) {
			wav[44 + (i / 2) * 4 + i % 2] = samples[i];
			wav[44 + (i / 2) * 4 + 2 + i % 2] = samples[i];
		}
		wav[22] = 2;
		wav[32] = 4;
		int byteRate = 4 * mono.sampleRate();
		for (int i = 0; i < 4; i++) {
			wav[28 + i] = (byte) (byteRate >> (8 * i));
		}
		return wav;
	}

}
