package io.realtime4j.spring.phone.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.realtime4j.audio.WavFile;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneCallRecorded;
import io.realtime4j.spring.phone.PhoneRecordingFailed;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Internal recording of a call. The methods return at once; files are written elsewhere.
 */
public final class CallRecording {

	private static final Log logger = LogFactory.getLog(CallRecording.class);

	/**
	 * The audio of the caller is padded where something is missing, and late pieces come
	 * all at once: longer pauses are real.
	 */
	private static final long CALLER_TOLERANCE_MILLIS = 2000;

	private static final long MODEL_TOLERANCE_MILLIS = 200;

	/**
	 * Minutes of a telephone line: a disk that is so far behind does not come back.
	 */
	private static final int MAX_WAITING_BYTES = 4 * 1024 * 1024;

	private final Deque<Runnable> waiting = new ArrayDeque<>();

	private final CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();

	private final PhoneCall call;

	private final AudioFormat format;

	private final CallRecordings settings;

	private final InstantSource clock;

	private final Consumer<PhoneCallEvent> events;

	private final RecordedSide caller;

	private final RecordedSide model;

	private final long begin;

	private int waitingBytes;

	private boolean writing;

	private boolean ended;

	private @Nullable Exception failure;

	CallRecording(PhoneCall call, AudioFormat format, CallRecordings settings, InstantSource clock,
			Consumer<PhoneCallEvent> events) {
		this.call = call;
		this.format = format;
		this.settings = settings;
		this.clock = clock;
		this.events = events;
		this.begin = clock.millis();
		this.caller = new RecordedSide(format, CALLER_TOLERANCE_MILLIS);
		this.model = new RecordedSide(format, MODEL_TOLERANCE_MILLIS);
	}

	/**
	 * Record what the caller has just said.
	 * @param audio the audio on the wire
	 */
	public void caller(byte[] audio) {
		record(this.caller, audio);
	}

	/**
	 * Record what the caller has just heard.
	 * @param audio the audio on the wire
	 */
	public void model(byte[] audio) {
		record(this.model, audio);
	}

	private void record(RecordedSide side, byte[] audio) {
		synchronized (this) {
			long now = this.clock.millis() - this.begin;
			if (this.ended || this.failure != null || now > this.settings.maxDuration().toMillis()) {
				return;
			}
			if (this.waitingBytes > MAX_WAITING_BYTES) {
				this.failure = new IOException("The disk is too slow");
				return;
			}
			this.waitingBytes += audio.length;
			RecordedSide.Piece piece = side.place(audio, now);
			this.waiting.add(() -> write(piece));
		}
		write();
	}

	/**
	 * End the recording, which is kept then.
	 */
	public void end() {
		synchronized (this) {
			if (this.ended) {
				return;
			}
			this.ended = true;
			this.waiting.add(this::finish);
		}
		write();
	}

	/**
	 * Return a future for the end of the recording.
	 * @return completes when it is kept, or could not be
	 */
	public CompletableFuture<?> finished() {
		return this.finished.copy();
	}

	private void write() {
		synchronized (this) {
			if (this.writing) {
				return;
			}
			this.writing = true;
		}
		try {
			this.settings.executor().execute(this::writeAll);
		}
		catch (RejectedExecutionException ex) {
			// The application stops, and nobody else is left to do it
			writeAll();
		}
	}

	private void writeAll() {
		for (Runnable next = next(); next != null; next = next()) {
			next.run();
		}
	}

	private synchronized @Nullable Runnable next() {
		Runnable next = this.waiting.poll();
		this.writing = next != null;
		return next;
	}

	private void write(RecordedSide.Piece piece) {
		synchronized (this) {
			this.waitingBytes -= piece.audio().length;
			if (this.failure != null) {
				return;
			}
		}
		try {
			piece.write();
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	/**
	 * Give the recording up. That is told when the call is over.
	 * @param cause the cause
	 */
	synchronized void fail(Throwable cause) {
		this.failure = (cause instanceof Exception ex) ? ex : new ExecutionException(cause);
	}

	private synchronized @Nullable Exception failure() {
		return this.failure;
	}

	private void finish() {
		try {
			if (failure() == null) {
				keep();
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
		delete(this.caller);
		delete(this.model);
		Exception cause = failure();
		if (cause != null) {
			logger.error("The recording of " + this.call + " could not be kept", cause);
			this.events.accept(new PhoneRecordingFailed(this.call, cause));
		}
		this.finished.complete(null);
	}

	private void delete(RecordedSide side) {
		try {
			side.delete();
		}
		catch (IOException ex) {
			logger.warn("Temporary audio of " + this.call + " could not be deleted", ex);
		}
	}

	private void keep() throws IOException {
		int sampleRate = AudioFormats.sampleRate(this.format);
		long samples = Math.max(this.caller.placed(), this.model.placed());
		Path file = Files.createTempFile("realtime-call-", ".wav");
		try {
			try (InputStream left = this.caller.read();
					InputStream right = this.model.read();
					OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
				WavFile.writeStereo(sampleRate, left, right, samples, out);
			}
			URI location = this.settings.store().keep(this.call, file);
			Duration duration = Duration.ofMillis(samples * 1000 / sampleRate);
			this.events.accept(new PhoneCallRecorded(this.call, location, duration));
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
