package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.time.Duration;

import io.realtime4j.transport.KeepAlive;

/**
 * Internal mapper for the properties of keep-alive.
 */
public final class KeepAliveMapper {

	private KeepAliveMapper() {
	}

	/**
	 * Return the keep-alive that properties say.
	 * @param prefix the prefix of their names, with a dot at its end
	 * @param enabled whether connections are watched
	 * @param interval how long nothing may arrive before a ping is sent
	 * @param timeout how long nothing may arrive before the connection counts as lost
	 * @return the keep-alive
	 * @throws InvalidRealtimePropertyException if one of them makes no sense
	 */
	public static KeepAlive keepAlive(String prefix, boolean enabled, Duration interval, Duration timeout) {
		if (!enabled) {
			return KeepAlive.none();
		}
		PropertyChecks.positive(interval, prefix + "interval");
		PropertyChecks.check(timeout.compareTo(interval.multipliedBy(2)) >= 0, prefix + "timeout",
				"must be at least twice '" + prefix + "interval'");
		return new KeepAlive(interval, timeout);
	}

}
