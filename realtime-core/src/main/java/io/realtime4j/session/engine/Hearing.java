package io.realtime4j.session.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.audio.AudioPace;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.PcmResampler;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * One source of sound, from the opening of its session to its end. The source is read on
 * a listener thread, since that may take time; no thread waits for the pace.
 */
final class Hearing {

	private static final Duration TICK = Duration.ofMillis(40);

	/**
	 * Some five seconds at 24,000 Hz: how much waits to be sent of a source that is given
	 * at once.
	 */
	private static final long MAX_WAITING = 320 * 1024;

	private final CompletableFuture<@Nullable Void> future = new CompletableFuture<>();

	private final SessionEngine<?, ?> engine;

	private final AudioSource source;

	private final Consumer<byte[]> append;

	private final Runnable then;

	private @Nullable AudioFormat format;

	private @Nullable PcmResampler resampler;

	private @Nullable Future<?> timer;

	// Whether a thread reads
	private boolean reading;

	// How much is due by the clock, and how much of it was given
	private long dueMillis;

	private long givenSamples;

	Hearing(SessionEngine<?, ?> engine, AudioSource source, Consumer<byte[]> append, Runnable then) {
		this.engine = engine;
		this.source = source;
		this.append = append;
		this.then = then;
	}

	CompletableFuture<@Nullable Void> begin(Supplier<@Nullable AudioFormat> format) {
		this.future.whenComplete((nothing, ex) -> end());
		this.engine.open().whenComplete((opened, ex) -> {
			if (ex != null) {
				this.future.completeExceptionally(ex);
			}
			else {
				attempt(() -> start(format.get()));
			}
		});
		// The end of the session keeps this future, but nothing of the source
		CompletableFuture<@Nullable Void> heard = this.future;
		this.engine.closed().thenAccept((cause) -> heard.completeExceptionally(new SessionClosedException(cause)));
		return heard;
	}

	private void start(@Nullable AudioFormat format) {
		synchronized (this) {
			this.format = format;
			this.resampler = new PcmResampler(this.source.sampleRate(), AudioFormats.sampleRate(format));
			if (this.source.pace() != AudioPace.LIVE && !this.future.isDone()) {
				this.timer = this.engine.environment()
					.scheduler()
					.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
				return;
			}
		}
		read();
	}

	private void tick() {
		synchronized (this) {
			if (this.engine.state() == SessionState.OPEN) {
				this.dueMillis += TICK.toMillis();
			}
			if (this.reading || !isDue()) {
				return;
			}
		}
		read();
	}

	private void read() {
		synchronized (this) {
			this.reading = true;
		}
		try {
			this.engine.listenerExecutor().execute(() -> attempt(this::readOn));
		}
		catch (RejectedExecutionException ex) {
			this.future.completeExceptionally(ex);
		}
	}

	private void readOn() throws IOException {
		while (goesOn()) {
			byte[] piece = this.source.read();
			if (this.future.isDone()) {
				return;
			}
			if (piece == null) {
				finish();
				return;
			}
			give(piece);
		}
	}

	private synchronized boolean goesOn() {
		this.reading = !this.future.isDone() && isDue();
		return this.reading;
	}

	private boolean isDue() {
		AudioPace pace = this.source.pace();
		if (pace == AudioPace.LIVE) {
			return true;
		}
		// What was recorded waits until it is heard
		return this.engine.state() == SessionState.OPEN && this.engine.waitingToBeSent() < MAX_WAITING
				&& (pace == AudioPace.AT_ONCE || this.givenSamples * 1000 < this.dueMillis * this.source.sampleRate());
	}

	private void give(byte[] piece) {
		PcmResampler converter = this.resampler;
		if (converter != null) {
			synchronized (this) {
				this.givenSamples += piece.length / 2;
			}
			append(converter.resample(piece));
		}
	}

	private void finish() {
		PcmResampler converter = this.resampler;
		if (converter != null) {
			append(converter.flush());
		}
		this.then.run();
		this.future.complete(null);
	}

	private void append(byte[] pcm16) {
		if (pcm16.length > 0) {
			this.append.accept(AudioFormats.encode(pcm16, this.format));
		}
	}

	private void attempt(Attempt attempt) {
		try {
			attempt.run();
		}
		catch (Throwable ex) {
			this.future.completeExceptionally(ex);
		}
	}

	private void end() {
		synchronized (this) {
			if (this.timer != null) {
				this.timer.cancel(false);
			}
		}
		try {
			this.source.close();
		}
		catch (IOException ex) {
			// All that was wanted of it was read
		}
	}

	/**
	 * Something that may fail.
	 */
	@FunctionalInterface
	private interface Attempt {

		void run() throws Exception;

	}

}
