package io.realtime4j.session.engine;

/**
 * Counts input audio that found no room: since the last report, and since the last mark.
 * Not thread-safe: the session calls it under its lock.
 */
final class DroppedAudio {

	private long frames;

	private long bytes;

	private long bytesSinceMark;

	void add(int audioBytes) {
		this.frames++;
		this.bytes += audioBytes;
		this.bytesSinceMark += audioBytes;
	}

	long frames() {
		return this.frames;
	}

	long bytes() {
		return this.bytes;
	}

	void reported() {
		this.frames = 0;
		this.bytes = 0;
	}

	void mark() {
		this.bytesSinceMark = 0;
	}

	long bytesSinceMark() {
		return this.bytesSinceMark;
	}

}
