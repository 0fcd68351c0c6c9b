package io.realtime4j.spring.phone.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.realtime4j.spring.phone.engine.CarrierMessage.Media;

/**
 * Puts the audio of a caller in its order again, which some carriers do not keep. Few
 * frames are waited for, and what comes after its turn is left out.
 */
final class CallerOrder {

	/**
	 * Frames that wait for an earlier one, of 20 ms each.
	 */
	private static final int MAX_WAITING = 5;

	private final TreeMap<Long, Media> waiting = new TreeMap<>();

	private final Consumer<Media> ear;

	private long expected = 1;

	private long late;

	/**
	 * Create an order.
	 * @param ear is given the audio; must not block
	 */
	CallerOrder(Consumer<Media> ear) {
		this.ear = ear;
	}

	synchronized void hear(Media media) {
		if (media.chunk() < 0) {
			this.ear.accept(media);
			return;
		}
		if (media.chunk() < this.expected) {
			this.late++;
			return;
		}
		this.waiting.put(media.chunk(), media);
		if (this.waiting.size() > MAX_WAITING) {
			this.expected = this.waiting.firstKey();
		}
		while (!this.waiting.isEmpty() && this.waiting.firstKey() == this.expected) {
			passOn();
		}
	}

	/**
	 * Return how many frames came after their turn, or again.
	 * @return the number since the beginning of the call
	 */
	synchronized long late() {
		return this.late;
	}

	/**
	 * Pass on what waits.
	 */
	synchronized void flush() {
		while (!this.waiting.isEmpty()) {
			passOn();
		}
	}

	private void passOn() {
		Map.Entry<Long, Media> first = this.waiting.pollFirstEntry();
		this.expected = first.getKey() + 1;
		this.ear.accept(first.getValue());
	}

}
