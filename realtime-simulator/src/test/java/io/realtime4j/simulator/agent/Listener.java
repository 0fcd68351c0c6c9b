package io.realtime4j.simulator.agent;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;

/**
 * Somebody who listens to the model: hears all that is played, or only its beginning, and
 * remembers how much of each item that was.
 */
final class Listener implements AudioSink {

	private static final int RATE = 24_000;

	private final Map<String, Integer> received = new LinkedHashMap<>();

	private final Map<String, Long> heard = new LinkedHashMap<>();

	private long patience = Long.MAX_VALUE;

	/**
	 * Hear no more than this of each item from now on.
	 * @param millis how much, in ms
	 */
	synchronized void hearAtMost(long millis) {
		this.patience = millis;
	}

	/**
	 * Hear everything from now on.
	 */
	synchronized void hearAll() {
		this.patience = Long.MAX_VALUE;
	}

	@Override
	public synchronized void play(AudioChunk chunk) {
		this.received.merge(chunk.itemId(), chunk.audio().size(), Integer::sum);
		this.heard.put(chunk.itemId(), Math.min(this.patience, receivedMillis(chunk.itemId())));
	}

	@Override
	public synchronized void clear() {
		// What was heard stays what it is
	}

	@Override
	public synchronized long playedMillis(String itemId, long contentIndex) {
		return this.heard.getOrDefault(itemId, 0L);
	}

	synchronized int items() {
		return this.received.size();
	}

	synchronized long heardMillis(String itemId) {
		return this.heard.getOrDefault(itemId, 0L);
	}

	synchronized long receivedMillis(String itemId) {
		return AudioDurations.pcm16Millis(this.received.getOrDefault(itemId, 0), RATE);
	}

}
