package io.realtime4j.spring.boot.autoconfigure;

import java.util.regex.Pattern;

import io.realtime4j.spring.bridge.BridgeLimits;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.PageLimits;

import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of the bridge.
 */
final class BridgePropertiesMapper {

	private static final String PREFIX = "realtime.bridge.";

	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private BridgePropertiesMapper() {
	}

	static String path(BridgeProperties properties) {
		String path = properties.getPath();
		PropertyChecks.check(PATH.matcher(path).matches(), PREFIX + "path",
				"must be a path such as /realtime, without a slash at its end");
		return path;
	}

	static BridgeSettings settings(BridgeProperties properties) {
		return new BridgeSettings(sessions(properties), page(properties), properties.isApprovals(),
				properties.isToolData());
	}

	private static BridgeLimits sessions(BridgeProperties properties) {
		PropertyChecks.positive(properties.getMaxSessions(), PREFIX + "max-sessions");
		PropertyChecks.positive(properties.getMaxSessionsPerUser(), PREFIX + "max-sessions-per-user");
		PropertyChecks.positive(properties.getIdleTimeout(), PREFIX + "idle-timeout");
		PropertyChecks.notNegative(properties.getResumeGrace(), PREFIX + "resume-grace");
		return new BridgeLimits(properties.getMaxSessions(), properties.getMaxSessionsPerUser(),
				properties.getIdleTimeout(), properties.getResumeGrace());
	}

	private static PageLimits page(BridgeProperties properties) {
		PropertyChecks.positive(properties.getCommandsPerSecond(), PREFIX + "commands-per-second");
		PropertyChecks.positive(properties.getMaxOutgoingSize().toBytes(), PREFIX + "max-outgoing-size");
		PropertyChecks.positive(properties.getSendTimeout(), PREFIX + "send-timeout");
		return new PageLimits(size(properties.getMaxTextSize(), "max-text-size"),
				size(properties.getMaxAudioSize(), "max-audio-size"), properties.getCommandsPerSecond(),
				properties.getMaxOutgoingSize().toBytes(), properties.getSendTimeout());
	}

	private static int size(DataSize size, String property) {
		long bytes = size.toBytes();
		PropertyChecks.check(bytes > 0 && bytes <= Integer.MAX_VALUE, PREFIX + property,
				"must be larger than zero and smaller than 2 GB");
		return (int) bytes;
	}

}
