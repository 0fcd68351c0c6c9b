package io.realtime4j.session;

import java.time.Duration;

/**
 * Event published when input audio was dropped, the oldest first, because more than the
 * limit was queued: the server does not read it, or the connection is down. It is
 * published when there is room for audio again.
 *
 * @param frames how many events of audio were dropped
 * @param duration how long the dropped audio is
 * @since 0.1.0
 */
public record InputAudioDropped(long frames, Duration duration) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.input_audio_dropped";
	}

}
