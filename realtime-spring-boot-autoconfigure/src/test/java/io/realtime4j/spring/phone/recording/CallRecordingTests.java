package io.realtime4j.spring.phone.recording;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneCallRecorded;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneRecordingFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CallRecording}.
 */
class CallRecordingTests {

	private static final URI KEPT = URI.create("memory:kept");

	/**
	 * The format of one sample each ms, so that places are easy to read.
	 */
	private static final AudioFormat FORMAT = new AudioPcm(1000L);

	private final PhoneCall call = call();

	private final List<PhoneCallEvent> events = new ArrayList<>();

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private Instant now = Instant.EPOCH;

	private byte @Nullable [] kept;

	private @Nullable Path file;

	private static PhoneCall call() {
		PhoneCall call = mock(PhoneCall.class);
		given(call.caller()).willReturn(new PhoneCaller("twilio", "CA1", null, Map.of()));
		return call;
	}

	@Test
	void sidesAreAlignedInTime() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(100);
		recording.caller(pcm(60, 1));
		pass(1000);
		recording.model(pcm(100, 2));
		pass(100);
		recording.model(pcm(100, 3));
		recording.end();
		assertThat(side(0)).startsWith(silence(40)).hasSize(1200);
		assertThat(Arrays.copyOfRange(side(0), 40, 100)).containsOnly((short) 1);
		assertThat(Arrays.copyOfRange(side(0), 100, 1200)).containsOnly((short) 0);
		assertThat(side(1)).startsWith(silence(1000));
		assertThat(Arrays.copyOfRange(side(1), 1000, 1100)).containsOnly((short) 2);
		assertThat(Arrays.copyOfRange(side(1), 1100, 1200)).containsOnly((short) 3);
		assertThat(this.events).singleElement()
			.isEqualTo(new PhoneCallRecorded(this.call, KEPT, Duration.ofMillis(1200)));
	}

	@Test
	void delaysOfTheNetworkTearNothingApart() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(100);
		recording.model(pcm(100, 2));
		pass(250);
		recording.model(pcm(100, 3));
		pass(50);
		recording.model(pcm(100, 4));
		recording.end();
		assertThat(side(1)).hasSize(300);
		assertThat(Arrays.copyOfRange(side(1), 100, 200)).containsOnly((short) 3);
	}

	@Test
	void pausesAreKept() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(20);
		recording.caller(pcm(20, 1));
		pass(5000);
		recording.caller(pcm(20, 2));
		recording.end();
		assertThat(side(0)).hasSize(5020);
		assertThat(Arrays.copyOfRange(side(0), 5000, 5020)).containsOnly((short) 2);
	}

	@Test
	void audioThatComesLateIsWhereItWasSaid() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(100);
		recording.caller(pcm(100, 1));
		pass(900);
		for (int i = 0; i < 9; i++) {
			recording.caller(pcm(100, 2));
		}
		for (int i = 0; i < 40; i++) {
			pass(100);
			recording.caller(pcm(100, 3));
		}
		recording.end();
		assertThat(side(0)).hasSize(5000);
		assertThat(Arrays.copyOfRange(side(0), 100, 1000)).containsOnly((short) 2);
	}

	@Test
	void audioThatWasLostIsSilenceBeforeLong() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(100);
		recording.caller(pcm(100, 1));
		pass(1500);
		for (int i = 0; i < 30; i++) {
			pass(100);
			recording.caller(pcm(100, 2));
		}
		recording.end();
		assertThat(side(0)).hasSize(4600);
		assertThat(Arrays.copyOfRange(side(0), 4000, 4600)).containsOnly((short) 2);
	}

	@Test
	void audioOfTheLineIsDecoded() {
		CallRecording recording = begin(new AudioPcmu(), Runnable::run);
		pass(20);
		byte[] frame = new byte[160];
		Arrays.fill(frame, (byte) 0x80);
		recording.caller(frame);
		recording.end();
		assertThat(side(0)).hasSize(160).containsOnly((short) 32124);
		assertThat(((PhoneCallRecorded) this.events.get(0)).duration()).isEqualTo(Duration.ofMillis(20));
	}

	@Test
	void filesAreWrittenByAnotherThreadAndAllAreDeletedThen() {
		CallRecording recording = begin(FORMAT, this.tasks::add);
		pass(20);
		recording.caller(pcm(20, 1));
		recording.model(pcm(20, 1));
		recording.end();
		assertThat(this.events).isEmpty();
		assertThat(recording.finished()).isNotDone();
		runTasks();
		assertThat(side(0)).hasSize(20);
		assertThat(recording.finished()).isCompleted();
		assertThat(this.file).doesNotExist();
	}

	@Test
	void nothingIsRecordedAfterTheEnd() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(20);
		recording.caller(pcm(20, 1));
		recording.end();
		recording.caller(pcm(20, 1));
		recording.end();
		assertThat(side(0)).hasSize(20);
		assertThat(this.events).hasSize(1);
	}

	@Test
	void recordingEndsAtItsMaximum() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		for (int i = 0; i < 1000; i++) {
			pass(20);
			recording.caller(pcm(20, 1));
		}
		recording.end();
		assertThat(side(0)).hasSize(10_000);
	}

	@Test
	void nothingIsRecordedAfterTheMaximumOnAnySide() {
		CallRecording recording = begin(FORMAT, Runnable::run);
		pass(100);
		recording.model(pcm(100, 1));
		pass(11_000);
		recording.model(pcm(100, 2));
		recording.end();
		assertThat(side(1)).hasSize(100);
	}

	@Test
	void errorOfTheStoreIsToldToo() {
		NoClassDefFoundError error = new NoClassDefFoundError("Bucket");
		CallRecording recording = recordings((call, file) -> {
			throw error;
		}, Runnable::run);
		recording.end();
		assertThat(recording.finished()).isCompleted();
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(PhoneRecordingFailed.class, (failed) -> assertThat(failed.cause()).hasCause(error));
	}

	@Test
	void callWithoutAudioHasAnEmptyRecording() {
		begin(FORMAT, Runnable::run).end();
		assertThat(side(0)).isEmpty();
		assertThat(this.events).hasOnlyElementsOfType(PhoneCallRecorded.class);
	}

	@Test
	void failureOfTheStoreIsToldAndTheFileIsDeleted() {
		IOException failure = new IOException("The bucket is full");
		CallRecording recording = recordings((call, file) -> {
			this.file = file;
			throw failure;
		}, Runnable::run);
		recording.end();
		assertThat(this.events).singleElement().isEqualTo(new PhoneRecordingFailed(this.call, failure));
		assertThat(this.file).isNotNull().doesNotExist();
		assertThat(recording.finished()).isCompleted();
	}

	@Test
	void diskThatIsTooSlowEndsTheRecordingAndHoldsNothing() {
		CallRecording recording = new CallRecordings(this::keep, Duration.ofHours(2), this.tasks::add).begin(this.call,
				FORMAT, () -> this.now, this.events::add);
		for (int i = 0; i < 10; i++) {
			pass(1);
			recording.caller(new byte[1024 * 1024]);
		}
		recording.end();
		runTasks();
		assertThat(this.kept).isNull();
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(PhoneRecordingFailed.class,
					(failed) -> assertThat(failed.cause()).hasMessage("The disk is too slow"));
	}

	@Test
	void recordingIsKeptWhileTheApplicationStops() {
		boolean[] stopped = new boolean[1];
		CallRecording recording = begin(FORMAT, (task) -> {
			if (stopped[0]) {
				throw new RejectedExecutionException();
			}
			this.tasks.add(task);
		});
		pass(20);
		recording.caller(pcm(20, 1));
		runTasks();
		stopped[0] = true;
		pass(20);
		recording.caller(pcm(20, 1));
		recording.end();
		assertThat(side(0)).hasSize(40);
	}

	@Test
	void storeDecidesWhichCallsAreRecorded() {
		CallRecordingStore store = new CallRecordingStore() {

			@Override
			public boolean isRecorded(PhoneCaller caller) {
				return false;
			}

			@Override
			public URI keep(PhoneCall call, Path file) {
				return KEPT;
			}

		};
		assertThat(new CallRecordings(store, Duration.ofSeconds(10), Runnable::run).begin(this.call, FORMAT,
				() -> this.now, this.events::add))
			.isNull();
	}

	@Test
	void storeThatCannotDecideIsToldWhenTheCallIsOver() {
		IllegalStateException failure = new IllegalStateException("No database");
		CallRecordingStore store = new CallRecordingStore() {

			@Override
			public boolean isRecorded(PhoneCaller caller) {
				throw failure;
			}

			@Override
			public URI keep(PhoneCall call, Path file) {
				return KEPT;
			}

		};
		CallRecording recording = new CallRecordings(store, Duration.ofSeconds(10), Runnable::run).begin(this.call,
				FORMAT, () -> this.now, this.events::add);
		recording.caller(pcm(20, 1));
		assertThat(this.events).isEmpty();
		recording.end();
		assertThat(this.events).containsExactly(new PhoneRecordingFailed(this.call, failure));
	}

	private CallRecording begin(AudioFormat format, Executor executor) {
		return new CallRecordings(this::keep, Duration.ofSeconds(10), executor).begin(this.call, format, () -> this.now,
				this.events::add);
	}

	private CallRecording recordings(CallRecordingStore store, Executor executor) {
		return new CallRecordings(store, Duration.ofSeconds(10), executor).begin(this.call, FORMAT, () -> this.now,
				this.events::add);
	}

	private URI keep(PhoneCall call, Path file) throws IOException {
		assertThat(call).isSameAs(this.call);
		this.file = file;
		this.kept = Files.readAllBytes(file);
		return KEPT;
	}

	private void runTasks() {
		for (Runnable task = this.tasks.poll(); task != null; task = this.tasks.poll()) {
			task.run();
		}
	}

	private void pass(long millis) {
		this.now = this.now.plusMillis(millis);
	}

	private static byte[] pcm(int samples, int value) {
		byte[] pcm = new byte[2 * samples];
		for (int i = 0; i < samples; i++) {
			pcm[2 * i] = (byte) value;
		}
		return pcm;
	}

	private static short[] silence(int samples) {
		return new short[samples];
	}

	private short[] side(int side) {
		assertThat(this.kept).isNotNull();
		int samples = (this.kept.length - 44) / 4;
		short[] result = new short[samples];
		for (int i = 0; i < samples; i++) {
			int at = 44 + 4 * i + 2 * side;
			result[i] = (short) ((this.kept[at] & 0xFF) | (this.kept[at + 1] << 8));
		}
		return result;
	}

}
