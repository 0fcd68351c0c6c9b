package io.realtime4j.live.session;

import io.realtime4j.live.model.LiveRole;

/**
 * A turn to which words may still come.
 */
final class OpenTurn {

	private final StringBuilder text = new StringBuilder();

	private final String id;

	private final LiveRole role;

	private final long start;

	private final boolean isolated;

	private long end;

	private long heardAt;

	OpenTurn(String id, LiveRole role, long start, boolean isolated) {
		this.id = id;
		this.role = role;
		this.start = start;
		this.isolated = isolated;
		this.end = start;
	}

	void add(String delta, long pieceEnd, long now) {
		this.text.append(delta);
		this.end = Math.max(this.end, pieceEnd);
		this.heardAt = Math.max(this.end, now);
	}

	String id() {
		return this.id;
	}

	LiveRole role() {
		return this.role;
	}

	int length() {
		return this.text.length();
	}

	long start() {
		return this.start;
	}

	long end() {
		return this.end;
	}

	/**
	 * Return when the last word came, which may be some time after it was said.
	 */
	long heardAt() {
		return this.heardAt;
	}

	/**
	 * Return whether nothing of the same side was near when the turn began.
	 */
	boolean isIsolated() {
		return this.isolated;
	}

	LiveTurn ended() {
		return new LiveTurn(this.id, this.role, this.text.toString().strip(), this.start, this.end);
	}

}
