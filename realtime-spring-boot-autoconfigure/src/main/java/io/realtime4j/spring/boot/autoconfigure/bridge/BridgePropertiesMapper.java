package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;
import java.util.regex.Pattern;

import io.realtime4j.spring.boot.autoconfigure.KeepAliveProperties;
import io.realtime4j.spring.boot.autoconfigure.mapping.HistoryPropertiesMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.KeepAliveMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import io.realtime4j.spring.bridge.BridgeLimits;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.spring.bridge.PageOptions;
import io.realtime4j.spring.bridge.RelaySettings;
import io.realtime4j.transport.KeepAlive;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of the bridge.
 */
public final class BridgePropertiesMapper {

	private static final String PREFIX = "realtime.bridge.";

	static final String LIVE = PREFIX + "family=live";

	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private static final Duration MIN_LIFETIME = Duration.ofSeconds(10);

	private static final Duration MAX_LIFETIME = Duration.ofHours(2);

	private BridgePropertiesMapper() {
	}

	static String path(BridgeProperties properties) {
		String path = properties.getPath();
		PropertyChecks.check(PATH.matcher(path).matches(), PREFIX + "path",
				"must be a path such as /realtime, without a slash at its end");
		return path;
	}

	static @Nullable Duration secretLifetime(BridgeProperties properties) {
		Duration lifetime = properties.getClientSecret().getLifetime();
		PropertyChecks.check(
				lifetime == null || (lifetime.compareTo(MIN_LIFETIME) >= 0 && lifetime.compareTo(MAX_LIFETIME) <= 0),
				PREFIX + "client-secret.lifetime", "must be from 10 seconds to 2 hours");
		return lifetime;
	}

	/**
	 * Map the properties of the bridge.
	 * @param properties the properties
	 * @return the settings
	 */
	public static BridgeSettings settings(BridgeProperties properties) {
		if (properties.getFamily() == SessionFamily.LIVE) {
			checkLive(properties);
		}
		RelaySettings relay = (properties.getMode() == BridgeProperties.Mode.RELAY)
				? BridgeAccessMapper.relay(properties.getRelay().getAllowedEvents()) : null;
		return new BridgeSettings(sessions(properties), (relay != null) ? relay(properties) : page(properties),
				HistoryPropertiesMapper.limits("realtime.bridge.history.", properties.getHistory()),
				properties.isApprovals(), properties.isToolData(), options(properties.getPage()), relay);
	}

	private static PageOptions options(BridgePageProperties properties) {
		properties.getModels().forEach((model) -> PropertyChecks.notBlank(model, PREFIX + "page.models"));
		properties.getVoices().forEach((voice) -> PropertyChecks.notBlank(voice, PREFIX + "page.voices"));
		return new PageOptions(properties.getModels(), properties.getVoices(), properties.isDeveloper());
	}

	// Each of these is made of what only the other family has
	private static void checkLive(BridgeProperties properties) {
		String message = "does not fit '" + LIVE + "': live sessions are served to pages of the bridge only";
		PropertyChecks.check(properties.getMode() != BridgeProperties.Mode.RELAY, PREFIX + "mode", message);
		PropertyChecks.check(!properties.getClientSecret().isEnabled(), PREFIX + "client-secret.enabled", message);
		PropertyChecks.check(!properties.getCalls().isEnabled(), PREFIX + "calls.enabled", message);
	}

	private static BridgeLimits sessions(BridgeProperties properties) {
		PropertyChecks.positive(properties.getMaxSessions(), PREFIX + "max-sessions");
		PropertyChecks.positive(properties.getMaxSessionsPerUser(), PREFIX + "max-sessions-per-user");
		PropertyChecks.positive(properties.getIdleTimeout(), PREFIX + "idle-timeout");
		PropertyChecks.notNegative(properties.getResumeGrace(), PREFIX + "resume-grace");
		PropertyChecks.positive(properties.getRequestsPerMinute(), PREFIX + "requests-per-minute");
		return new BridgeLimits(properties.getMaxSessions(), properties.getMaxSessionsPerUser(),
				maxSessionsPerAddress(properties), maxMemory(properties), properties.getIdleTimeout(),
				properties.getResumeGrace(), properties.getRequestsPerMinute());
	}

	// Everybody may reach the bridge from one address, even if there is only one session
	private static int maxSessionsPerAddress(BridgeProperties properties) {
		Integer max = properties.getMaxSessionsPerAddress();
		if (max == null) {
			return Math.max(1, properties.getMaxSessions() / 4);
		}
		PropertyChecks.positive(max, PREFIX + "max-sessions-per-address");
		return max;
	}

	private static long maxMemory(BridgeProperties properties) {
		DataSize size = properties.getMaxMemory();
		if (size == null) {
			return Runtime.getRuntime().maxMemory() / 4;
		}
		PropertyChecks.positive(size.toBytes(), PREFIX + "max-memory");
		return size.toBytes();
	}

	private static PageLimits page(BridgeProperties properties) {
		PropertyChecks.positive(properties.getCommandsPerSecond(), PREFIX + "commands-per-second");
		return limits(properties, size(properties.getMaxTextSize(), "max-text-size"),
				properties.getCommandsPerSecond());
	}

	private static PageLimits relay(BridgeProperties properties) {
		BridgeRelayProperties relay = properties.getRelay();
		PropertyChecks.positive(relay.getEventsPerSecond(), PREFIX + "relay.events-per-second");
		return limits(properties, size(relay.getMaxTextSize(), "relay.max-text-size"), relay.getEventsPerSecond());
	}

	private static PageLimits limits(BridgeProperties properties, int textSize, int textsPerSecond) {
		PropertyChecks.positive(properties.getTextPerSecond(), PREFIX + "text-per-second");
		PropertyChecks.positive(properties.getMaxOutgoingSize().toBytes(), PREFIX + "max-outgoing-size");
		PropertyChecks.positive(properties.getSendTimeout(), PREFIX + "send-timeout");
		return new PageLimits(textSize, size(properties.getMaxAudioSize(), "max-audio-size"), textsPerSecond,
				2 * textsPerSecond, properties.getTextPerSecond(), properties.getMaxOutgoingSize().toBytes(),
				properties.getSendTimeout(), keepAlive(properties.getKeepAlive()));
	}

	private static KeepAlive keepAlive(KeepAliveProperties properties) {
		return KeepAliveMapper.keepAlive(PREFIX + "keep-alive.", properties.isEnabled(), properties.getInterval(),
				properties.getTimeout());
	}

	private static int size(DataSize size, String property) {
		long bytes = size.toBytes();
		PropertyChecks.check(bytes > 0 && bytes <= Integer.MAX_VALUE, PREFIX + property,
				"must be larger than zero and smaller than 2 GB");
		return (int) bytes;
	}

}
