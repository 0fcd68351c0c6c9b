package io.realtime4j.conversation;

/**
 * Facts about an item that are not part of its content.
 *
 * @param idle whether it stands for nothing that was said: the server made it of silence,
 * by {@code input_audio_buffer.timeout_triggered}, its transcript is empty, or the model
 * was interrupted before anybody heard of it
 * @param interrupted whether it was broken off: its audio was cut, or it stayed
 * incomplete in a cancelled response
 * @param restored whether it was said again to the server after a reconnect; the server
 * has it as text only, so that it cannot be truncated
 * @param abandoned whether the connection broke before its response was done: whoever
 * asked for that response may ask again, so that the item is not said again to the server
 * @since 0.1.0
 */
public record ItemMarks(boolean idle, boolean interrupted, boolean restored, boolean abandoned) {

	static final ItemMarks NONE = new ItemMarks(false, false, false, false);

	ItemMarks asIdle() {
		return new ItemMarks(true, this.interrupted, this.restored, this.abandoned);
	}

	ItemMarks asInterrupted() {
		return new ItemMarks(this.idle, true, this.restored, this.abandoned);
	}

	ItemMarks asRestored() {
		return new ItemMarks(this.idle, this.interrupted, true, this.abandoned);
	}

	/**
	 * Mark the item as abandoned, and therefore as interrupted.
	 */
	ItemMarks asAbandoned() {
		return new ItemMarks(this.idle, true, this.restored, true);
	}

}
