package io.realtime4j.spring.phone.engine;

import java.time.Duration;

/**
 * Internal settings of the calls of a carrier.
 *
 * @param maxCalls the most calls at a time
 * @param maxCallsPerCaller the most calls at a time of one number, of all carriers
 * @param joinedAudio how much audio of a caller is put together before it is passed on
 * @param startTimeout how long a connection may take to say which call it is for
 * @param idleTimeout how long a carrier may send nothing
 * @param drainTimeout how long calls may go on when the application stops
 * @param oneUnknownCaller whether all calls without a number are those of one caller
 * @since 0.1.0
 */
public record PhoneSettings(int maxCalls, int maxCallsPerCaller, Duration joinedAudio, Duration startTimeout,
		Duration idleTimeout, Duration drainTimeout, boolean oneUnknownCaller) {

	/**
	 * Return how many calls there may be.
	 */
	CallPlaces.Limits limits() {
		return new CallPlaces.Limits(this.maxCalls, this.maxCallsPerCaller, this.oneUnknownCaller);
	}

	/**
	 * Return settings with which every call without a number has a caller of its own,
	 * since its carrier tells none.
	 * @return the settings
	 */
	public PhoneSettings withUnknownCallersApart() {
		return new PhoneSettings(this.maxCalls, this.maxCallsPerCaller, this.joinedAudio, this.startTimeout,
				this.idleTimeout, this.drainTimeout, false);
	}

}
