package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.spring.boot.autoconfigure.mapping.KeepAliveMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.transport.KeepAlive;

/**
 * Makes settings of the properties that keep sessions up.
 */
final class RecoveryPropertiesMapper {

	private RecoveryPropertiesMapper() {
	}

	static ReconnectPolicy reconnect(ReconnectProperties properties) {
		if (!properties.isEnabled()) {
			return ReconnectPolicy.none();
		}
		PropertyChecks.positive(properties.getMaxAttempts(), "realtime.reconnect.max-attempts");
		PropertyChecks.notNegative(properties.getInitialDelay(), "realtime.reconnect.initial-delay");
		PropertyChecks.notNegative(properties.getBufferedAudio(), "realtime.reconnect.buffered-audio");
		PropertyChecks.notNegative(properties.getHandOverBefore(), "realtime.reconnect.hand-over-before");
		PropertyChecks.check(properties.getMaxDelay().compareTo(properties.getInitialDelay()) >= 0,
				"realtime.reconnect.max-delay", "must not be shorter than 'realtime.reconnect.initial-delay'");
		return new ReconnectPolicy(properties.getMaxAttempts(), properties.getInitialDelay(), properties.getMaxDelay(),
				properties.getBufferedAudio(), properties.isHandOver() ? properties.getHandOverBefore() : null);
	}

	static KeepAlive keepAlive(KeepAliveProperties properties) {
		return KeepAliveMapper.keepAlive("realtime.keep-alive.", properties.isEnabled(), properties.getInterval(),
				properties.getTimeout());
	}

}
