package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneEndpoints;
import io.realtime4j.spring.boot.autoconfigure.phone.PhonePropertiesMapper;
import io.realtime4j.spring.phone.engine.PhoneSettings;
import io.realtime4j.spring.phone.twilio.TwilioCalls;
import org.jspecify.annotations.Nullable;

/**
 * Maps the properties of Twilio.
 */
final class TwilioPropertiesMapper {

	private static final String PREFIX = "realtime.twilio.";

	private TwilioPropertiesMapper() {
	}

	static PhoneEndpoints endpoints(TwilioProperties properties) {
		return new PhoneEndpoints(PREFIX, "Twilio", properties);
	}

	static String authToken(TwilioProperties properties) {
		return endpoints(properties).secret(properties.getAuthToken(), "auth-token",
				"Twilio's console shows the token of the account");
	}

	static @Nullable TwilioCalls calls(TwilioProperties properties) {
		String accountSid = properties.getAccountSid();
		PropertyChecks.resolved(accountSid, PREFIX + "account-sid");
		if (accountSid == null) {
			return null;
		}
		PropertyChecks.check(accountSid.matches("AC[0-9a-fA-F]{32}"), PREFIX + "account-sid",
				"must be AC and 32 hexadecimal digits");
		return new TwilioCalls(endpoints(properties).apiUrl(), accountSid, authToken(properties));
	}

	static Duration ticketLifetime(TwilioProperties properties) {
		return PhonePropertiesMapper.ticketLifetime(PREFIX, properties);
	}

	static PhoneSettings settings(TwilioProperties properties) {
		return PhonePropertiesMapper.settings(PREFIX, properties);
	}

}
