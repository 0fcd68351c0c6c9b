package io.realtime4j.live.usage;

import java.time.Duration;
import java.util.Objects;

/**
 * Internal knowledge of the active time that was recorded before of the session that the
 * server has: another node was attached to it.
 *
 * @param time the time
 * @since 0.1.0
 */
public record RecordedTime(Duration time) {

	/**
	 * Create a new {@link RecordedTime} instance.
	 */
	public RecordedTime {
		Objects.requireNonNull(time, "'time' must not be null");
	}

}
