package io.realtime4j.session;

import java.time.Duration;

/**
 * Input audio was dropped, the oldest first, because more waited to be sent than may
 * wait: the server does not read it, or the connection is down. Comes when audio finds
 * room again.
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
