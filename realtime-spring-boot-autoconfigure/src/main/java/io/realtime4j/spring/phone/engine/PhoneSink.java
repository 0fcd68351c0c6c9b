package io.realtime4j.spring.phone.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.playback.LiveSink;
import org.jspecify.annotations.Nullable;

/**
 * Plays the speech of the model on a telephone line, in frames of 20 ms. Marks tell how
 * far it is heard; those that are outstanding when the line is cleared come back as well,
 * and mean nothing.
 */
final class PhoneSink implements LiveSink {

	private static final long FRAME_MILLIS = 20;

	/**
	 * Frames from one mark to the next: the precision with which is known what was heard.
	 */
	private static final int FRAMES_PER_MARK = 5;

	private static final int MAX_PARTS = 256;

	static final int MAX_MARKS = 16 * 1024;

	private final InstantSource clock;

	private final PhoneDialect dialect;

	private final PageOutput output;

	private final CarrierQueue queue;

	private final LineConverter converter;

	private final AudioFormat format;

	private final int frameSize;

	private final Map<Key, Part> parts = new LinkedHashMap<>();

	private final Map<String, Mark> marks = new LinkedHashMap<>();

	private final UnheardAudio unheard;

	private CompletableFuture<@Nullable Void> silent = new CompletableFuture<>();

	private @Nullable Key current;

	private byte[] rest = new byte[0];

	private int unmarked;

	private int generation;

	private long marked;

	/**
	 * Create a sink.
	 * @param dialect what the connection says
	 * @param session the format of what is played
	 * @param output leads to the carrier
	 * @param onOverflow is told when the carrier does not play what it is given; must not
	 * block
	 * @param ear is given what was heard, or {@code null} if nobody wants it; must not
	 * block
	 * @param clock tells when it was heard
	 */
	PhoneSink(PhoneDialect dialect, AudioFormat session, PageOutput output, Runnable onOverflow,
			@Nullable Consumer<byte[]> ear, InstantSource clock) {
		this.clock = clock;
		this.unheard = new UnheardAudio(dialect.format(), ear);
		this.dialect = dialect;
		this.output = output;
		this.queue = new CarrierQueue(dialect, output, onOverflow);
		this.format = dialect.format();
		this.converter = LineConverter.toLine(this.format, session);
		this.frameSize = (int) AudioFormats.bytes(FRAME_MILLIS, this.format);
	}

	@Override
	public synchronized void play(AudioChunk chunk) {
		Key key = new Key(chunk.itemId(), chunk.contentIndex());
		if (this.current != null && !this.current.equals(key)) {
			end();
		}
		this.current = key;
		Part part = this.parts.computeIfAbsent(key, (absent) -> new Part());
		if (this.parts.size() > MAX_PARTS) {
			this.parts.remove(this.parts.keySet().iterator().next());
		}
		play(part, this.converter.convert(chunk.audio().bytes()));
		if (part.complete) {
			// It is played once more, since what was between was taken out
			end();
		}
	}

	private void play(Part part, byte[] audio) {
		byte[] all = Arrays.copyOf(this.rest, this.rest.length + audio.length);
		System.arraycopy(audio, 0, all, this.rest.length, audio.length);
		int from = 0;
		for (; from + this.frameSize <= all.length; from += this.frameSize) {
			send(Arrays.copyOfRange(all, from, from + this.frameSize));
			part.bytes += this.frameSize;
			if (++this.unmarked == FRAMES_PER_MARK) {
				mark(part);
			}
		}
		this.rest = Arrays.copyOfRange(all, from, all.length);
		if (this.unmarked > 0) {
			mark(part);
		}
	}

	private void send(byte[] frame) {
		this.queue.play(frame);
		this.unheard.sent(frame);
	}

	private void mark(Part part) {
		if (this.marks.size() >= MAX_MARKS) {
			this.marks.remove(this.marks.keySet().iterator().next());
		}
		String name = this.generation + "-" + (++this.marked);
		this.marks.put(name, new Mark(part, part.bytes, this.queue.mark(name), this.unheard.mark()));
		this.unmarked = 0;
	}

	@Override
	public synchronized void end(String itemId, long contentIndex) {
		Key key = new Key(itemId, contentIndex);
		Part part = this.parts.get(key);
		if (part != null && key.equals(this.current)) {
			part.complete = true;
			end();
		}
	}

	/**
	 * Fill the last frame of what is played, and send it.
	 */
	synchronized void end() {
		Part part = (this.current != null) ? this.parts.get(this.current) : null;
		this.current = null;
		byte[] tail = this.converter.flush();
		if (part != null) {
			play(part, tail);
			fill(part);
		}
		this.rest = new byte[0];
	}

	private void fill(Part part) {
		if (this.rest.length > 0) {
			byte[] frame = CallerAudio.silence(this.frameSize, this.format);
			System.arraycopy(this.rest, 0, frame, 0, this.rest.length);
			part.bytes += this.rest.length;
			send(frame);
			mark(part);
		}
	}

	@Override
	public synchronized void clear() {
		boolean outstanding = !this.marks.isEmpty();
		this.generation++;
		this.marks.clear();
		this.unheard.clear();
		this.current = null;
		this.rest = new byte[0];
		this.converter.flush();
		this.unmarked = 0;
		this.queue.clear();
		this.parts.values().forEach(Part::clear);
		this.output.dropAudio();
		if (outstanding) {
			this.dialect.clear(this.output);
		}
		tellSilence();
	}

	/**
	 * The carrier has played everything before a mark.
	 * @param name the name of the mark
	 */
	synchronized void played(String name) {
		if (!this.marks.containsKey(name)) {
			return;
		}
		Iterator<Map.Entry<String, Mark>> earliest = this.marks.entrySet().iterator();
		String passed;
		Mark mark;
		do {
			Map.Entry<String, Mark> next = earliest.next();
			passed = next.getKey();
			mark = next.getValue();
			heard(mark);
			earliest.remove();
		}
		while (!passed.equals(name));
		this.unheard.heard(mark.audio);
		this.queue.heard(mark.messages);
		tellSilence();
	}

	// Marks come late, and never early: the earliest beginning is the right one
	private void heard(Mark mark) {
		Part part = mark.part;
		part.heardBytes = Math.max(part.heardBytes, mark.bytes);
		part.beganMillis = Math.min(part.beganMillis,
				this.clock.millis() - AudioFormats.millis(mark.bytes, this.format));
	}

	/**
	 * Note whether the carrier takes audio.
	 * @param held whether it takes nothing
	 */
	synchronized void hold(boolean held) {
		this.queue.hold(held);
	}

	/**
	 * Look whether the carrier has stopped telling what was heard.
	 * @param nowMillis the time
	 */
	synchronized void watch(long nowMillis) {
		this.queue.watch(nowMillis);
		this.unheard.watch(nowMillis);
	}

	/**
	 * Return a future for the end of what is being played.
	 * @return completes when all of it was heard or dropped
	 */
	synchronized CompletableFuture<@Nullable Void> silent() {
		tellSilence();
		return this.silent.copy();
	}

	private void tellSilence() {
		if (this.marks.isEmpty()) {
			this.silent.complete(null);
		}
		else if (this.silent.isDone()) {
			this.silent = new CompletableFuture<>();
		}
	}

	@Override
	public synchronized long playedMillis(String itemId, long contentIndex) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		return (part != null) ? AudioFormats.millis(part.heardBytes, this.format) : 0;
	}

	@Override
	public synchronized long behindMillis() {
		return AudioFormats.millis(this.parts.values().stream().mapToLong((part) -> part.bytes - part.heardBytes).sum(),
				this.format);
	}

	@Override
	public synchronized @Nullable Duration heardSince(String itemId, long contentIndex) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		return (part != null && part.heardBytes > 0) ? Duration.ofMillis(this.clock.millis() - part.beganMillis) : null;
	}

	/**
	 * The place of a part.
	 *
	 * @param itemId the id of the item
	 * @param contentIndex the place of the part in the item
	 */
	private record Key(String itemId, long contentIndex) {
	}

	/**
	 * A place in the audio that the carrier was given.
	 *
	 * @param part the part that it is in
	 * @param bytes how much of the part is before it
	 * @param messages how many messages are up to it
	 * @param audio the audio since the mark before
	 */
	private record Mark(Part part, long bytes, long messages, UnheardAudio.Piece audio) {
	}

	/**
	 * Audio of a part that the carrier was given, and how much of it was heard.
	 */
	private static final class Part {

		private long bytes;

		private long heardBytes;

		private long beganMillis = Long.MAX_VALUE;

		private boolean complete;

		/**
		 * Forget the audio that was not heard, which may be given again.
		 */
		void clear() {
			this.bytes = this.heardBytes;
		}

	}

}
