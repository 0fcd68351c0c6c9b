package io.realtime4j.spring.boot.autoconfigure.telnyx;

import java.time.Duration;
import java.time.InstantSource;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneEndpoints;
import io.realtime4j.spring.boot.autoconfigure.phone.PhonePropertiesMapper;
import io.realtime4j.spring.phone.engine.PhoneSettings;
import io.realtime4j.spring.phone.telnyx.TelnyxCalls;
import io.realtime4j.spring.phone.telnyx.TelnyxSignature;
import io.realtime4j.spring.phone.telnyx.TelnyxTickets;

/**
 * Maps the properties of Telnyx.
 */
final class TelnyxPropertiesMapper {

	private static final String PREFIX = "realtime.telnyx.";

	private TelnyxPropertiesMapper() {
	}

	static PhoneEndpoints endpoints(TelnyxProperties properties) {
		return new PhoneEndpoints(PREFIX, "Telnyx", properties);
	}

	static String apiKey(TelnyxProperties properties) {
		String key = endpoints(properties).secret(properties.getApiKey(), "api-key",
				"Telnyx's portal makes keys under API keys");
		PropertyChecks.check(key.matches("\\p{Graph}+"), PREFIX + "api-key", "must not have spaces or line breaks");
		return key;
	}

	static TelnyxSignature signature(TelnyxProperties properties, InstantSource clock) {
		String key = endpoints(properties).secret(properties.getPublicKey(), "public-key",
				"Telnyx's portal shows the public key of the account under API keys");
		PropertyChecks.positive(properties.getTolerance(), PREFIX + "tolerance");
		try {
			return new TelnyxSignature(key, properties.getTolerance(), clock);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "public-key",
					"must be a public key as Telnyx's portal shows it: 32 bytes in Base64");
		}
	}

	static TelnyxTickets.Stream stream(TelnyxProperties properties) {
		return new TelnyxTickets.Stream(endpoints(properties).mediaUrl(), properties.getCodec());
	}

	static TelnyxCalls calls(TelnyxProperties properties) {
		return new TelnyxCalls(endpoints(properties).apiUrl(), apiKey(properties));
	}

	static Duration ticketLifetime(TelnyxProperties properties) {
		return PhonePropertiesMapper.ticketLifetime(PREFIX, properties);
	}

	static PhoneSettings settings(TelnyxProperties properties) {
		return PhonePropertiesMapper.settings(PREFIX, properties);
	}

}
