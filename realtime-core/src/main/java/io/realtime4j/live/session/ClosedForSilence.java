package io.realtime4j.live.session;

import java.time.Duration;
import java.util.Objects;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Nobody had said anything for as long as the specification of the session allows.
 *
 * @param silence how long nobody may say anything
 * @since 0.1.0
 */
public record ClosedForSilence(Duration silence) implements ClosedByPolicy {

	public ClosedForSilence {
		Objects.requireNonNull(silence, "'silence' must not be null");
	}

	@Override
	public String message() {
		return "Nobody said anything for " + this.silence.toSeconds()
				+ " s. If that is too soon, let the session hang up later";
	}

}
