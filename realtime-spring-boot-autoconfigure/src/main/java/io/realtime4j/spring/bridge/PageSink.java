package io.realtime4j.spring.bridge;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;
import org.jspecify.annotations.Nullable;

/**
 * Plays the speech of the model on a page, which tells how far it is heard.
 */
final class PageSink implements AudioSink {

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

	private final Map<Key, Part> parts = new LinkedHashMap<>();

	private @Nullable Key announced;

	private @Nullable String responseId;

	PageSink(PageOutput output) {
		this.output = output;
	}

	/**
	 * Note whose speech comes next.
	 * @param responseId the id of the response
	 */
	synchronized void expect(String responseId) {
		this.responseId = responseId;
	}

	@Override
	public synchronized void play(AudioChunk chunk) {
		Key key = new Key(chunk.itemId(), chunk.contentIndex());
		Part part = this.parts.computeIfAbsent(key, (absent) -> new Part(chunk.format()));
		if (!key.equals(this.announced)) {
			this.output.tellOfAudio(PageMessages.audio(key.itemId(), key.contentIndex(), this.responseId));
			this.announced = key;
			forgetOldParts();
		}
		part.bytes += chunk.audio().size();
		this.output.play(part.decoder.decode(chunk.audio().bytes()));
	}

	/**
	 * Note that no more comes of a part.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the part in the item
	 */
	synchronized void end(String itemId, long contentIndex) {
		Key key = new Key(itemId, contentIndex);
		Part part = this.parts.get(key);
		if (part != null && key.equals(this.announced)) {
			this.announced = null;
			part.complete = true;
			this.output.play(part.decoder.flush());
			this.output.tellOfAudio(PageMessages.audioEnd(itemId, contentIndex));
		}
	}

	@Override
	public synchronized void clear() {
		forget();
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
			long given = part.millis();
			boolean atEnd = part.complete && millis >= given - END_TOLERANCE_MILLIS;
			part.heardMillis = Math.max(part.heardMillis, atEnd ? given : Math.min(millis, given));
		}
	}

	@Override
	public synchronized long playedMillis(String itemId, long contentIndex) {
		Part part = this.parts.get(new Key(itemId, contentIndex));
		return (part != null) ? part.heardMillis : 0;
	}

	/**
	 * Return whether the page was given speech that it has not played to its end.
	 * @return whether there is some
	 */
	synchronized boolean isSpeaking() {
		return this.parts.values().stream().anyMatch((part) -> !part.stopped && part.heardMillis < part.millis());
	}

	/**
	 * Note that the page has forgotten what it was given.
	 */
	synchronized void forget() {
		this.announced = null;
		this.parts.values().forEach((part) -> part.stopped = true);
	}

	private void forgetOldParts() {
		if (this.parts.size() > MAX_PARTS) {
			this.parts.remove(this.parts.keySet().iterator().next());
		}
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
	 * What the page was given of a part, and what it has played.
	 */
	private static final class Part {

		private final PageAudio.Decoder decoder;

		private long bytes;

		private long heardMillis;

		private boolean complete;

		private boolean stopped;

		Part(AudioFormat format) {
			this.decoder = PageAudio.decoder(format, SAMPLE_RATE);
		}

		long millis() {
			return AudioFormats.millis(this.bytes, this.decoder.format());
		}

	}

}
