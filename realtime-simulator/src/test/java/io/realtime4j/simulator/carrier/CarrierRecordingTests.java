package io.realtime4j.simulator.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

import io.realtime4j.audio.Pcm;
import io.realtime4j.spring.phone.PhoneCallRecorded;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the recordings of calls from a carrier.
 */
class CarrierRecordingTests {

	private static final Duration PATIENCE = CarrierApplication.PATIENCE;

	private static final int PER_MILLI = 8;

	@TempDir
	private Path directory;

	@Test
	void recordingHasWhatWasSaidAndWhatWasHeard() throws Exception {
		try (CarrierApplication<TwilioCarrier> application = CarrierApplication
			.twilio("realtime.phone.recording.enabled=true", "realtime.phone.recording.directory=" + this.directory)) {
			String answer = "We have a table at six, at seven, at eight and at nine, by the window or near the"
					+ " kitchen, and outside there is another one for you if it does not rain tonight.";
			application.simulator().nextResponse(answer);
			// A tone that comes in pieces may be heard as two turns
			application.simulator().nextResponse(answer);
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			call.speak(CarrierCallTests.tone(400)).join();
			Awaitility.await().atMost(PATIENCE).until(() -> call.heardDuration().toMillis() >= 1000);
			call.speak(CarrierCallTests.tone(400));
			call.awaitCleared(1, PATIENCE);
			call.hangUp();
			PhoneCallRecorded recorded = application.await(PhoneCallRecorded.class, call.callId());
			assertRecording(Path.of(recorded.location()), recorded.duration(), call.heardDuration());
		}
	}

	private void assertRecording(Path file, Duration duration, Duration heard)
			throws IOException, UnsupportedAudioFileException {
		assertThat(file).hasParent(this.directory.toRealPath());
		Pcm caller = side(file, 0);
		Pcm model = side(file, 1);
		assertThat(caller.audio().size() / 2 / PER_MILLI).isEqualTo((int) duration.toMillis());
		// The caller speaks first, the model answers, the caller interrupts
		int answer = firstSound(model);
		assertThat(firstSound(caller)).isLessThan(answer);
		assertThat(lastSound(caller)).isGreaterThan(answer);
		// Nothing that was cut off, and the carrier tells every 100 ms what was heard
		assertThat(sound(model).toMillis()).isBetween(300L, heard.toMillis());
	}

	private static int firstSound(Pcm side) {
		byte[] pcm16 = side.audio().bytes();
		for (int i = 0; i < pcm16.length; i += 2) {
			if (isSound(pcm16, i)) {
				return i / 2;
			}
		}
		throw new AssertionError("There is only silence");
	}

	private static int lastSound(Pcm side) {
		byte[] pcm16 = side.audio().bytes();
		for (int i = pcm16.length - 2; i >= 0; i -= 2) {
			if (isSound(pcm16, i)) {
				return i / 2;
			}
		}
		throw new AssertionError("There is only silence");
	}

	private static Duration sound(Pcm side) {
		byte[] pcm16 = side.audio().bytes();
		int sounds = 0;
		for (int i = 0; i < pcm16.length; i += 2) {
			sounds += (pcm16[i] != 0 || pcm16[i + 1] != 0) ? 1 : 0;
		}
		return Duration.ofMillis(sounds / PER_MILLI);
	}

	private static boolean isSound(byte[] pcm16, int index) {
		return CarrierCallTests.peak(Pcm.of(8000, Arrays.copyOfRange(pcm16, index, index + 2))) > 500;
	}

	private static Pcm side(Path file, int side) throws IOException, UnsupportedAudioFileException {
		try (AudioInputStream in = AudioSystem
			.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
			assertThat(in.getFormat().getChannels()).isEqualTo(2);
			byte[] stereo = in.readAllBytes();
			byte[] pcm16 = new byte[stereo.length / 2];
			for (int i = 0; i < pcm16.length; i += 2) {
				System.arraycopy(stereo, 2 * i + 2 * side, pcm16, i, 2);
			}
			return Pcm.of((int) in.getFormat().getSampleRate(), pcm16);
		}
	}

}
