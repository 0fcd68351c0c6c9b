package io.realtime4j.spring.bridge.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.rest.IssuedSecret;
import io.realtime4j.spring.rest.RealtimeRestClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.Assert;

/**
 * Internal handler that gives pages which connect to the service themselves an ephemeral
 * key, bound to the session that the page would have here.
 */
public final class ClientSecretHandler extends BridgeHttpHandler {

	/**
	 * The longest time that the service lets a key live.
	 */
	private static final Duration MAX_LIFETIME = Duration.ofHours(2);

	private final BridgeSessionFactory factory;

	private final RealtimeRestClient rest;

	private final @Nullable Duration lifetime;

	private final TaskScheduler scheduler;

	/**
	 * Create a handler.
	 * @param factory creates sessions
	 * @param rest the client for the service
	 * @param lifetime the lifetime of keys, or {@code null} for that of the service
	 * @param scheduler releases the places of expired keys
	 * @param rules the rules for requests
	 */
	public ClientSecretHandler(BridgeSessionFactory factory, RealtimeRestClient rest, @Nullable Duration lifetime,
			TaskScheduler scheduler, PostRules rules) {
		super(rules);
		this.factory = factory;
		this.rest = rest;
		this.lifetime = lifetime;
		this.scheduler = scheduler;
	}

	@Override
	void handle(BridgeConnection who, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Runnable release = this.factory.reserve(who);
		if (release == null) {
			response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
			return;
		}
		IssuedSecret<SessionSettings> secret = issue(who, release);
		write(response, MediaType.APPLICATION_JSON_VALUE,
				JsonNodeFactory.instance.objectNode()
					.put("value", secret.value())
					.put("expires_at", secret.expiresAt().getEpochSecond())
					.toString());
	}

	// Whoever has a key may open a session until it expires, of which nothing is seen
	// here
	private IssuedSecret<SessionSettings> issue(BridgeConnection who, Runnable release) {
		boolean issued = false;
		try {
			SessionSpec spec = this.factory.admitted(who);
			SessionSettings settings = spec.settings();
			Assert.state(settings != null, "The session of a page must have settings");
			RealtimeRestClient own = this.rest.forSession(spec);
			IssuedSecret<SessionSettings> secret = (this.lifetime != null)
					? own.createClientSecret(settings, this.lifetime) : own.createClientSecret(settings);
			Instant now = this.scheduler.getClock().instant();
			this.scheduler.schedule(release, now.plus(lifetime(secret, now)));
			issued = true;
			return secret;
		}
		finally {
			if (!issued) {
				release.run();
			}
		}
	}

	private Duration lifetime(IssuedSecret<SessionSettings> secret, Instant now) {
		if (this.lifetime != null) {
			return this.lifetime;
		}
		Duration left = Duration.between(now, secret.expiresAt());
		return left.isNegative() ? Duration.ZERO : (left.compareTo(MAX_LIFETIME) < 0) ? left : MAX_LIFETIME;
	}

}
