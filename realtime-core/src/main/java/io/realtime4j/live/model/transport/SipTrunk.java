package io.realtime4j.live.model.transport;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A provider that places calls. It is reached over TLS only, at a public address, and has
 * to know Opus and SDES-SRTP.
 *
 * @param providerUrl the address of the provider, such as
 * {@code sips:host:5061;transport=tcp}
 * @param auth the credentials, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record SipTrunk(String providerUrl, @Nullable SipAuth auth,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link SipTrunk} instance.
	 */
	public SipTrunk {
		Objects.requireNonNull(providerUrl, "'providerUrl' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return a provider.
	 * @param providerUrl the address of the provider, such as
	 * {@code sips:host:5061;transport=tcp}
	 * @param auth the credentials
	 * @return the value
	 */
	public static SipTrunk of(String providerUrl, SipAuth auth) {
		return new SipTrunk(providerUrl, auth, Map.of());
	}

}
