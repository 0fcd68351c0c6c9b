package io.realtime4j.spring.phone.engine;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import org.jspecify.annotations.Nullable;

/**
 * Keeps audio until the carrier tells that it was heard, for whoever wants to know that.
 * Of a carrier that does not tell, audio counts as heard when it is sent. Not
 * thread-safe.
 */
final class UnheardAudio {

	/**
	 * Minutes of a telephone line, more than an answer has. What is beyond it counts as
	 * heard.
	 */
	static final int MAX_KEPT = 4 * 1024 * 1024;

	private final Deque<Piece> kept = new ArrayDeque<>();

	private final AudioFormat format;

	private final @Nullable Consumer<byte[]> ear;

	private ByteArrayOutputStream next = new ByteArrayOutputStream();

	private long size;

	private boolean untold;

	private @Nullable Piece watched;

	private long watchedSince;

	/**
	 * Create a memory.
	 * @param format the format of the audio
	 * @param ear is given what was heard, or {@code null} if nobody wants it
	 */
	UnheardAudio(AudioFormat format, @Nullable Consumer<byte[]> ear) {
		this.format = format;
		this.ear = ear;
	}

	void sent(byte[] frame) {
		if (this.ear == null) {
			return;
		}
		if (this.untold) {
			this.ear.accept(frame);
			return;
		}
		this.next.writeBytes(frame);
		this.size += frame.length;
		while (this.size > MAX_KEPT && !this.kept.isEmpty()) {
			tell();
		}
	}

	private void tell() {
		Piece piece = this.kept.remove();
		this.size -= piece.audio().length;
		if (this.ear != null && piece.audio().length > 0) {
			this.ear.accept(piece.audio());
		}
	}

	/**
	 * Return what was sent since the last call.
	 * @return the piece, maybe empty
	 */
	Piece mark() {
		Piece piece = new Piece(this.next.toByteArray());
		this.next = new ByteArrayOutputStream();
		this.kept.add(piece);
		return piece;
	}

	/**
	 * Note that a piece was heard, and all before it.
	 * @param piece the piece
	 */
	void heard(Piece piece) {
		this.untold = false;
		if (this.kept.contains(piece)) {
			Piece earliest;
			do {
				earliest = this.kept.element();
				tell();
			}
			while (earliest != piece);
		}
	}

	/**
	 * Forget what was not heard.
	 */
	void clear() {
		this.kept.clear();
		this.next = new ByteArrayOutputStream();
		this.size = 0;
	}

	/**
	 * Look whether the carrier has told nothing for longer than it can have played.
	 * @param nowMillis the time
	 */
	void watch(long nowMillis) {
		Piece earliest = this.kept.peek();
		if (earliest == null || earliest != this.watched) {
			this.watched = earliest;
			this.watchedSince = nowMillis;
			return;
		}
		long playing = AudioFormats.millis(this.size, this.format);
		if (nowMillis - this.watchedSince >= playing + CarrierQueue.PATIENCE_MILLIS) {
			this.untold = true;
			while (!this.kept.isEmpty()) {
				tell();
			}
		}
	}

	/**
	 * Audio between two marks. Each is only like itself.
	 */
	static final class Piece {

		private final byte[] audio;

		private Piece(byte[] audio) {
			this.audio = audio;
		}

		byte[] audio() {
			return this.audio;
		}

	}

}
