package io.realtime4j.live.model.transport;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Credentials for a provider. The password never shows in {@code toString}.
 *
 * @param type {@code digest}, or {@code null} if absent
 * @param username the name of the user, at most 256 bytes
 * @param password the password, at most 4096 bytes
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record SipAuth(@Nullable String type, String username, String password,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link SipAuth} instance.
	 */
	public SipAuth {
		Objects.requireNonNull(username, "'username' must not be null");
		Objects.requireNonNull(password, "'password' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return credentials for digest authentication.
	 * @param username the name of the user, at most 256 bytes
	 * @param password the password, at most 4096 bytes
	 * @return the credentials
	 */
	public static SipAuth digest(String username, String password) {
		return new SipAuth("digest", username, password, Map.of());
	}

	@Override
	public String toString() {
		return "SipAuth[type=" + this.type + ", username=" + this.username + ", password=" + Secrets.mask(this.password)
				+ ", extra=" + this.extra.keySet() + "]";
	}

}
