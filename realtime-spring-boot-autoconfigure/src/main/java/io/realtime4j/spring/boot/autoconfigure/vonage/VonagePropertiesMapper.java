package io.realtime4j.spring.boot.autoconfigure.vonage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneEndpoints;
import io.realtime4j.spring.boot.autoconfigure.phone.PhonePropertiesMapper;
import io.realtime4j.spring.phone.engine.PhoneSettings;
import io.realtime4j.spring.phone.vonage.VonageCalls;
import io.realtime4j.spring.phone.vonage.VonageSignature;
import io.realtime4j.spring.phone.vonage.VonageTickets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.io.ResourceLoader;

/**
 * Maps the properties of Vonage.
 */
final class VonagePropertiesMapper {

	private static final String PREFIX = "realtime.vonage.";

	private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16_000, 24_000);

	private VonagePropertiesMapper() {
	}

	static PhoneEndpoints endpoints(VonageProperties properties) {
		return new PhoneEndpoints(PREFIX, "Vonage", properties);
	}

	static String signatureSecret(VonageProperties properties) {
		return endpoints(properties).secret(properties.getSignatureSecret(), "signature-secret",
				"Vonage's dashboard shows the secret under API settings");
	}

	static VonageSignature signature(VonageProperties properties, InstantSource clock) {
		PropertyChecks.positive(properties.getTolerance(), PREFIX + "tolerance");
		return new VonageSignature(signatureSecret(properties), applicationId(properties), properties.getTolerance(),
				clock);
	}

	private static @Nullable String applicationId(VonageProperties properties) {
		String id = properties.getApplicationId();
		PropertyChecks.resolved(id, PREFIX + "application-id");
		PropertyChecks.check(id == null || id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
				PREFIX + "application-id", "must be an id such as 78d335fa-323d-0114-9c3d-d6f0d48968cf");
		return id;
	}

	static VonageTickets.Stream stream(VonageProperties properties) {
		PropertyChecks.check(SAMPLE_RATES.contains(properties.getSampleRate()), PREFIX + "sample-rate",
				"must be 8000, 16000 or 24000, but it is " + properties.getSampleRate());
		PhoneEndpoints endpoints = endpoints(properties);
		return new VonageTickets.Stream(endpoints.mediaUrl(), endpoints.eventsUrl(), properties.getSampleRate());
	}

	static @Nullable VonageCalls calls(VonageProperties properties, ResourceLoader resources, InstantSource clock) {
		String key = properties.getPrivateKey();
		PropertyChecks.resolved(key, PREFIX + "private-key");
		if (key == null) {
			return null;
		}
		String id = applicationId(properties);
		if (id == null) {
			throw new InvalidRealtimePropertyException(PREFIX + "application-id",
					"must be set as well: it is the application that '" + PREFIX + "private-key' belongs to");
		}
		URI apiUrl = endpoints(properties).apiUrl();
		try {
			return new VonageCalls(apiUrl, id, privateKey(key, resources), clock);
		}
		catch (IOException | IllegalArgumentException | IllegalStateException ex) {
			throw new InvalidRealtimePropertyException(PREFIX + "private-key",
					"must be the private key that Vonage made for the application, in PEM, or where it is, such as"
							+ " file:private.key");
		}
	}

	private static PrivateKey privateKey(String key, ResourceLoader resources) throws IOException {
		String pem = key.contains("-----BEGIN") ? key
				: resources.getResource(key).getContentAsString(StandardCharsets.UTF_8);
		PemContent content = PemContent.of(pem);
		PrivateKey found = (content != null) ? content.getPrivateKey() : null;
		if (found == null) {
			throw new IllegalArgumentException("There is no private key");
		}
		return found;
	}

	static Duration ticketLifetime(VonageProperties properties) {
		return PhonePropertiesMapper.ticketLifetime(PREFIX, properties);
	}

	static PhoneSettings settings(VonageProperties properties) {
		return PhonePropertiesMapper.settings(PREFIX, properties);
	}

}
