package io.realtime4j.session;

/**
 * Event published when the server sent a frame that is not an event: binary, or text that
 * is not one JSON object with a type. The session continues.
 *
 * @param problem what is wrong with the frame, with at most 200 characters of it
 * @since 0.1.0
 */
public record FrameRejected(String problem) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.frame_rejected";
	}

}
