package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.bridge.BridgeAccess;
import io.realtime4j.spring.bridge.RelaySettings;

/**
 * Maps the properties that say who may reach the bridge, and what they may send.
 */
final class BridgeAccessMapper {

	static final String ORIGINS = "realtime.bridge.allowed-origins";

	/**
	 * Origins that are not those of one site.
	 */
	static final Set<String> OPEN_ORIGINS = Set.of("*", "null");

	private static final String HOSTS = "realtime.bridge.allowed-hosts";

	private static final String EVENTS = "realtime.bridge.relay.allowed-events";

	private static final Set<String> CHANGES_OF_SETTINGS = Set.of("session.update", "transcription_session.update");

	private static final Pattern ORIGIN = Pattern
		.compile("(?<scheme>[a-z][a-z0-9+.-]*)://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:(?<port>[1-9][0-9]{0,4}))?");

	private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

	private BridgeAccessMapper() {
	}

	static BridgeAccess access(BridgeProperties properties) {
		properties.getAllowedOrigins().forEach(BridgeAccessMapper::checkOrigin);
		properties.getAllowedHosts()
			.forEach((host) -> PropertyChecks.check(HOST.matcher(host).matches(), HOSTS,
					"must hold names such as www.example.com or *.example.com, without a scheme, a port or a path,"
							+ " but it holds '" + host + "'"));
		return new BridgeAccess(new LinkedHashSet<>(properties.getAllowedOrigins()),
				new LinkedHashSet<>(properties.getAllowedHosts()));
	}

	static RelaySettings relay(List<String> allowedEvents) {
		for (String event : allowedEvents) {
			PropertyChecks.check(!CHANGES_OF_SETTINGS.contains(event), EVENTS,
					"must not hold '" + event + "': pages cannot change the settings of their sessions");
			PropertyChecks.check(RelaySettings.possibleEvents().contains(event), EVENTS,
					"holds '" + event + "', which is no event that pages can be allowed to send");
		}
		return new RelaySettings(new LinkedHashSet<>(allowedEvents));
	}

	private static void checkOrigin(String origin) {
		if (OPEN_ORIGINS.contains(origin)) {
			return;
		}
		Matcher matcher = ORIGIN.matcher(origin);
		PropertyChecks.check(matcher.matches(), ORIGINS,
				"must hold origins as browsers send them, such as https://www.example.com: with a scheme, in lower"
						+ " case, without a path, a slash at the end or a wildcard, but it holds '" + origin + "'");
		PropertyChecks.check(!isDefault(matcher.group("scheme"), matcher.group("port")), ORIGINS,
				"must hold origins as browsers send them, which leave out the port that their scheme implies, but it"
						+ " holds '" + origin + "'");
	}

	private static boolean isDefault(String scheme, String port) {
		return ("https".equals(scheme) && "443".equals(port)) || ("http".equals(scheme) && "80".equals(port));
	}

}
