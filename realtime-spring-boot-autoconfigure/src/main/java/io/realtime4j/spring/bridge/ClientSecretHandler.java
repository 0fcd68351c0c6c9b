package io.realtime4j.spring.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.spring.rest.IssuedSecret;
import io.realtime4j.spring.rest.RealtimeRestClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * Gives pages that speak to the service themselves a key of their own, which is bound to
 * the session that the page would have here.
 */
final class ClientSecretHandler extends BridgeHttpHandler {

	private final BridgeSessionFactory factory;

	private final RealtimeRestClient rest;

	private final @Nullable Duration lifetime;

	ClientSecretHandler(BridgeSessionFactory factory, RealtimeRestClient rest, @Nullable Duration lifetime,
			Collection<String> allowedOrigins) {
		super(allowedOrigins);
		this.factory = factory;
		this.rest = rest;
		this.lifetime = lifetime;
	}

	@Override
	void handle(BridgeConnection who, HttpServletRequest request, HttpServletResponse response) throws IOException {
		SessionSettings settings = this.factory.customized(who).settings();
		Assert.state(settings != null, "The session of a page must have settings");
		IssuedSecret<SessionSettings> secret = (this.lifetime != null)
				? this.rest.createClientSecret(settings, this.lifetime) : this.rest.createClientSecret(settings);
		write(response, MediaType.APPLICATION_JSON_VALUE,
				JsonNodeFactory.instance.objectNode()
					.put("value", secret.value())
					.put("expires_at", secret.expiresAt().getEpochSecond())
					.toString());
	}

}
