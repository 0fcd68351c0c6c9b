package io.realtime4j.simulator.carrier;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.audio.Pcm;
import io.realtime4j.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Call of a simulated carrier. The caller's line sends audio all the time, silence where
 * nothing is said.
 *
 * @since 0.1.0
 */
public final class SimulatedPhoneCall {

	private static final Duration FRAME = Duration.ofMillis(LineCodec.FRAME_MILLIS);

	private static final Duration END_OF_ANSWER = Duration.ofSeconds(1);

	private final String callId;

	private final @Nullable CarrierStream stream;

	private final Timeline timeline;

	private final @Nullable String refusal;

	private final CompletableFuture<String> target = new CompletableFuture<>();

	private final Deque<Words> words = new ArrayDeque<>();

	private long timestampMillis;

	private int lost;

	private boolean over;

	SimulatedPhoneCall(String callId, @Nullable CarrierStream stream, Timeline timeline, @Nullable String refusal) {
		this.callId = callId;
		this.stream = stream;
		this.timeline = timeline;
		this.refusal = refusal;
		if (stream != null) {
			timeline.schedule(FRAME, this::sendFrame);
		}
	}

	/**
	 * Return the id of the call.
	 * @return the id
	 */
	public String callId() {
		return this.callId;
	}

	/**
	 * Return why the call was not connected.
	 * @return the answer of the application, or {@code null} if the call was connected
	 */
	public @Nullable String refusal() {
		return this.refusal;
	}

	/**
	 * Say something, after all that was to be said before.
	 * @param speech the speech, at any rate
	 * @return completes when it was sent, which takes as long as the speech
	 */
	public CompletableFuture<@Nullable Void> speak(Pcm speech) {
		LineCodec codec = stream().codec();
		byte[] audio = codec.encode(speech.resample(codec.sampleRate()).audio().bytes());
		Words said = new Words(audio, new CompletableFuture<>());
		synchronized (this) {
			this.words.add(said);
		}
		return said.spoken();
	}

	/**
	 * Say something, and wait for the whole answer, as somebody does who asks: until
	 * something is heard behind the last word, and then nothing for a second. For
	 * applications that are silent between answers; those with a live session are not.
	 * @param question the speech, at any rate
	 * @param timeout how long to wait: for the question to be said, for the answer to
	 * begin, and for its end, each
	 * @throws IllegalStateException if one of them takes longer, or the call has ended
	 */
	public void ask(Pcm question, Duration timeout) {
		try {
			speak(question).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("The caller could not say everything in " + timeout.toMillis()
					+ " ms: the call has ended, or the question is longer", ex);
		}
		awaitHeard(heardDuration().plusMillis(1), timeout);
		awaitSilence(END_OF_ANSWER, timeout);
	}

	private void sendFrame() {
		byte[] frame = stream().codec().silence(stream().codec().frameSize());
		Words done = null;
		boolean arrives;
		synchronized (this) {
			if (this.over || stream().closeCode() != null) {
				return;
			}
			Words current = this.words.peek();
			if (current != null && current.fill(frame)) {
				done = this.words.remove();
			}
			arrives = this.lost == 0;
			this.lost -= arrives ? 0 : 1;
			if (arrives) {
				stream().media(frame, this.timestampMillis);
			}
			this.timestampMillis += FRAME.toMillis();
			this.timeline.schedule(FRAME, this::sendFrame);
		}
		stream().tick();
		if (done != null) {
			done.spoken().complete(null);
		}
	}

	/**
	 * Lose the next frames of the caller on their way.
	 * @param frames the number of frames, of 20 ms each
	 */
	public synchronized void loseFrames(int frames) {
		this.lost = frames;
	}

	/**
	 * Press a key.
	 * @param key {@code 0} to {@code 9}, {@code *}, {@code #} or {@code A} to {@code D}
	 */
	public void pressKey(char key) {
		stream().key(key);
	}

	/**
	 * Hang up as the caller.
	 */
	public void hangUp() {
		synchronized (this) {
			if (this.over || this.stream == null) {
				return;
			}
			this.over = true;
		}
		stream().playout().stop();
		stream().stop();
	}

	/**
	 * Return what the caller has heard since the beginning of the call, with the silence
	 * between.
	 * @return the audio, at the rate of the line
	 */
	public Pcm heard() {
		return Pcm.of(stream().codec().sampleRate(), stream().playout().heard());
	}

	/**
	 * Return how much the caller has heard, without the silence between.
	 * @return the duration
	 */
	public Duration heardDuration() {
		return stream().playout().played();
	}

	/**
	 * Wait until the caller has heard enough.
	 * @param heard how much of the call's audio, without the silence between, see
	 * {@link #heardDuration()}
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it is not heard in time
	 */
	public void awaitHeard(Duration heard, Duration timeout) {
		stream().awaitPlayout((playout) -> playout.played().compareTo(heard) >= 0, timeout,
				() -> "The caller did not hear " + heard.toMillis() + " ms, but " + heardDuration().toMillis());
	}

	/**
	 * Wait until the caller has heard something, and then nothing for a time, as somebody
	 * does who lets the other finish.
	 * @param silence for how long nothing is heard
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it does not become silent in time
	 */
	public void awaitSilence(Duration silence, Duration timeout) {
		stream().awaitPlayout((playout) -> playout.isSilentFor(silence), timeout,
				() -> "The caller heard no end of it");
	}

	/**
	 * Wait until the application has sent audio a number of times.
	 * @param frames the number of messages
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it does not in time
	 */
	public void awaitAudio(int frames, Duration timeout) {
		stream().awaitReceived("media", frames, timeout);
	}

	/**
	 * Wait until the application has dropped what was not heard.
	 * @param count how often
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it does not in time
	 */
	public void awaitCleared(int count, Duration timeout) {
		stream().awaitReceived("clear", count, timeout);
	}

	/**
	 * Wait until the application has ended the stream.
	 * @param timeout how long to wait
	 * @return the close code
	 * @throws IllegalStateException if it does not in time
	 */
	public int awaitEnd(Duration timeout) {
		return stream().awaitClose(timeout);
	}

	void transferred(String target) {
		this.target.complete(target);
	}

	/**
	 * Wait until the application has transferred the call to somebody else.
	 * @param timeout how long to wait
	 * @return whom to: {@code +} and digits, or a SIP address
	 * @throws IllegalStateException if it does not in time
	 */
	public String awaitTransfer(Duration timeout) {
		try {
			return this.target.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new IllegalStateException("The application did not transfer the call", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

	/**
	 * Return what the application sent that a carrier does not take.
	 * @return the violations, in order
	 */
	public List<String> violations() {
		return stream().violations();
	}

	CarrierStream stream() {
		if (this.stream == null) {
			throw new IllegalStateException("The call was not connected: " + this.refusal);
		}
		return this.stream;
	}

	/**
	 * Something that is being said.
	 */
	private static final class Words {

		private final byte[] audio;

		private final CompletableFuture<@Nullable Void> spoken;

		private int position;

		Words(byte[] audio, CompletableFuture<@Nullable Void> spoken) {
			this.audio = audio;
			this.spoken = spoken;
		}

		CompletableFuture<@Nullable Void> spoken() {
			return this.spoken;
		}

		boolean fill(byte[] frame) {
			int length = Math.min(frame.length, this.audio.length - this.position);
			System.arraycopy(this.audio, this.position, frame, 0, length);
			this.position += length;
			return this.position == this.audio.length;
		}

	}

}
