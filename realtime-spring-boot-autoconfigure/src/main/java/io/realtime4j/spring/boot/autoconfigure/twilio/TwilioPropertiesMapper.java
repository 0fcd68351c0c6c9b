package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.net.URI;
import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.phone.engine.PhoneSettings;
import io.realtime4j.spring.phone.twilio.TwilioCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Maps the properties of Twilio.
 */
final class TwilioPropertiesMapper {

	private static final String PREFIX = "realtime.twilio.";

	private static final Duration SHORTEST_FRAME = Duration.ofMillis(20);

	private static final Duration LONGEST_JOINED = Duration.ofMillis(200);

	private static final String HTTPS = "https";

	private TwilioPropertiesMapper() {
	}

	static String authToken(TwilioProperties properties) {
		String token = properties.getAuthToken();
		PropertyChecks.resolved(token, PREFIX + "auth-token");
		if (token == null || !StringUtils.hasText(token)) {
			throw new InvalidRealtimePropertyException(PREFIX + "auth-token",
					"must be set: without it anybody could have calls answered at your expense. Twilio's console"
							+ " shows the token of the account");
		}
		return token;
	}

	static String voiceUrl(TwilioProperties properties) {
		return publicUrl(properties) + voicePath(properties);
	}

	static String mediaUrl(TwilioProperties properties) {
		return "wss" + publicUrl(properties).substring(HTTPS.length()) + mediaPath(properties);
	}

	static String voicePath(TwilioProperties properties) {
		return path(properties) + "/voice";
	}

	static String mediaPath(TwilioProperties properties) {
		return path(properties) + "/media";
	}

	private static String path(TwilioProperties properties) {
		String path = properties.getPath();
		PropertyChecks.check(path.matches("(/[\\w.~-]+)+"), PREFIX + "path",
				"must be a path such as /realtime/twilio, but it is '" + path + "'");
		return path;
	}

	private static String publicUrl(TwilioProperties properties) {
		URI url = properties.getPublicUrl();
		if (url == null || !HTTPS.equals(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null
				|| url.getRawQuery() != null || url.getRawFragment() != null) {
			throw new InvalidRealtimePropertyException(PREFIX + "public-url",
					"must be the address of the application as Twilio knows it, such as https://voice.example.com");
		}
		return StringUtils.trimTrailingCharacter(url.toString(), '/');
	}

	static @Nullable TwilioCalls calls(TwilioProperties properties) {
		String accountSid = properties.getAccountSid();
		PropertyChecks.resolved(accountSid, PREFIX + "account-sid");
		if (accountSid == null) {
			return null;
		}
		PropertyChecks.check(accountSid.matches("AC[0-9a-fA-F]{32}"), PREFIX + "account-sid",
				"must be AC and 32 hexadecimal digits");
		URI api = properties.getApiUrl();
		PropertyChecks.check(api.getHost() != null && ("http".equals(api.getScheme()) || HTTPS.equals(api.getScheme())),
				PREFIX + "api-url", "must be an address such as https://api.twilio.com");
		return new TwilioCalls(api, accountSid, authToken(properties));
	}

	static Duration ticketLifetime(TwilioProperties properties) {
		// Tickets tell whole seconds
		PropertyChecks.check(properties.getTicketLifetime().toSeconds() > 0, PREFIX + "ticket-lifetime",
				"must be at least one second");
		return properties.getTicketLifetime();
	}

	static PhoneSettings settings(TwilioProperties properties) {
		PropertyChecks.positive(properties.getMaxCalls(), PREFIX + "max-calls");
		PropertyChecks.positive(properties.getMaxCallsPerCaller(), PREFIX + "max-calls-per-caller");
		Duration joined = properties.getJoinedAudio();
		PropertyChecks.check(joined.compareTo(SHORTEST_FRAME) >= 0 && joined.compareTo(LONGEST_JOINED) <= 0,
				PREFIX + "joined-audio", "must be between 20ms and 200ms");
		PropertyChecks.positive(properties.getStartTimeout(), PREFIX + "start-timeout");
		PropertyChecks.positive(properties.getIdleTimeout(), PREFIX + "idle-timeout");
		PropertyChecks.notNegative(properties.getDrainTimeout(), PREFIX + "drain-timeout");
		return new PhoneSettings(properties.getMaxCalls(), properties.getMaxCallsPerCaller(), joined,
				properties.getStartTimeout(), properties.getIdleTimeout(), properties.getDrainTimeout());
	}

}
