package io.realtime4j.spring.bridge.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.playback.LiveSink;
import org.jspecify.annotations.Nullable;

/**
 * Plays the speech of the model on a page, which tells how far it is heard.
 */
final class PageSink implements LiveSink {

	/**
	 * The rate of what pages play, in Hz.
	 */
	static final int SAMPLE_RATE = 24_000;

	/**
	 * Pages play blocks of samples, so that the last report may lack a piece of one.
	 */
	private static final long END_TOLERANCE_MILLIS = 20;

	private static final int MAX_PARTS = 256;

	private final PageOutput output;

	private final InstantSource clock;

	private final Map<Key, Part> parts = new LinkedHashMap<>();

	private @Nullable Key announced;

	private @Nullable String responseId;

	PageSink(PageOutput output, InstantSource clock) {
		this.output = output;
		this.clock = clock;
	}

	/**
	 * Note whose speech comes next.
	 * @param responseId the id of the response, or {@code null} if the server did not say
	 */
	synchronized void expect(@Nullable String responseId) {
		this.responseId = responseId;
	}

	@Override
	public synchronized void play(AudioChunk chunk) {
		Key key = new Key(chunk.itemId(), chunk.contentIndex());
		Part part = this.parts.computeIfAbsent(key, (absent) -> new Part(chunk.format()));
		if (!key.equals(this.announced)) {
			announce(key, part);
		}
		part.add(chunk.audio().size());
		this.output.play(part.decoder.decode(chunk.audio().bytes()));
		if (part.complete) {
			// It is played once more, since what was between was taken out
			finish(key, part);
		}
	}

	private void announce(Key key, Part part) {
		this.output
			.tellOfAudio(PageMessages.audio(key.itemId(), key.contentIndex(), part.givenMillis(), this.responseId));
		this.announced = key;
		if (this.parts.size() > MAX_PARTS) {
			this.parts.remove(this.parts.keySet().iterator().next());
		}
	}

	@Override
	public synchronized void end(String itemId, long contentIndex) {
		Key key = new Key(itemId, contentIndex);
		Part part = this.parts.get(key);
		if (part != null && key.equals(this.announced)) {
			part.complete = true;
			finish(key, part);
		}
	}

	private void finish(Key key, Part part) {
		this.announced = null;
		this.output.play(part.decoder.flush());
		this.output.tellOfAudio(PageMessages.audioEnd(key.itemId(), key.contentIndex()));
	}

	@Override
	public synchronized void clear() {
		this.announced = null;
		this.parts.values().forEach(Part::clear);
		this.output.dropAudio();
		this.output.tell(PageMessages.clear());
	}

	/**
	 * Note how far the page has played a part. It cannot have played more than it was
	 * given, and what it has played remains so.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the part in the item
	 * @param millis the position in ms
	 */
	synchronized void played(String itemId, long contentIndex, long millis) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		if (part != null) {
			part.played(millis, this.clock.instant());
		}
	}

	@Override
	public synchronized long playedMillis(String itemId, long contentIndex) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		return (part != null) ? part.heardMillis : 0;
	}

	@Override
	public synchronized @Nullable Duration heardSince(String itemId, long contentIndex) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		return (part != null && part.heardFrom != null) ? Duration.between(part.heardFrom, this.clock.instant()) : null;
	}

	/**
	 * Return whether the page was given speech that it has not played to its end.
	 * @return whether there is some
	 */
	synchronized boolean isSpeaking() {
		return !speaking().isEmpty();
	}

	/**
	 * Return whose speech the page was given and has not played to its end.
	 * @return the ids of the items
	 */
	synchronized Set<String> speaking() {
		return this.parts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isSpeaking())
			.map((entry) -> entry.getKey().itemId())
			.collect(Collectors.toSet());
	}

	@Override
	public synchronized long behindMillis() {
		return this.parts.values()
			.stream()
			.filter(Part::isSpeaking)
			.mapToLong((part) -> part.givenMillis() - part.heardMillis)
			.sum();
	}

	/**
	 * Note that the page has forgotten what it was given.
	 */
	synchronized void forget() {
		this.announced = null;
		this.parts.values().forEach((part) -> part.lost = true);
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
	 * Audio of a part that the page was given, and how much of it was played.
	 */
	private static final class Part {

		private final PageAudio.Decoder decoder;

		private long bytes;

		private long heardMillis;

		private @Nullable Instant heardFrom;

		private boolean complete;

		private boolean lost;

		Part(AudioFormat format) {
			this.decoder = PageAudio.decoder(format, SAMPLE_RATE);
		}

		void add(long size) {
			this.bytes += size;
			this.lost = false;
		}

		void played(long millis, Instant now) {
			if (millis > 0) {
				Instant begun = now.minusMillis(millis);
				// Pauses and slow networks only make it look later
				this.heardFrom = (this.heardFrom == null || begun.isBefore(this.heardFrom)) ? begun : this.heardFrom;
			}
			long given = givenMillis();
			boolean atEnd = this.complete && millis >= given - END_TOLERANCE_MILLIS;
			this.heardMillis = Math.max(this.heardMillis, atEnd ? given : Math.min(millis, given));
		}

		/**
		 * Forget the audio that was not heard, which may be given again.
		 */
		void clear() {
			this.bytes = AudioFormats.bytes(this.heardMillis, this.decoder.format());
			this.decoder.flush();
		}

		long givenMillis() {
			return AudioFormats.millis(this.bytes, this.decoder.format());
		}

		boolean isSpeaking() {
			return !this.lost && this.heardMillis < givenMillis();
		}

	}

}
