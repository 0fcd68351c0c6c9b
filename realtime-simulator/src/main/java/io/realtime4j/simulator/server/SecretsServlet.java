package io.realtime4j.simulator.server;

import java.io.IOException;
import java.time.Instant;

import io.realtime4j.simulator.dialect.ServedBetaDialect;
import io.realtime4j.simulator.rest.ClientSecrets;
import io.realtime4j.simulator.rest.ServedClientSecret;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.settings.ServedSessionSettings;
import io.realtime4j.simulator.settings.ServedTranslationSettings;
import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes client secrets, and the sessions of the beta protocol that hold one.
 */
final class SecretsServlet extends RestServlet {

	private static final long serialVersionUID = 1L;

	private static final String DEFAULT_MODEL = "gpt-realtime";

	private final transient ClientSecrets secrets;

	private final transient Ids ids = new Ids();

	SecretsServlet(KeyCheck keys, HandshakeScript script, ClientSecrets secrets) {
		super(keys, script);
		this.secrets = secrets;
	}

	@Override
	void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		ObjectNode body = body(request);
		String path = request.getServletPath();
		if (path.endsWith("/translations/client_secrets")) {
			answer(response, translationSecret(body));
		}
		else if (path.endsWith("/client_secrets")) {
			ObjectNode session = Json.member(body, "session");
			answer(response, told(secret((session != null) ? session : Json.object(), body)));
		}
		else {
			answer(response, betaSession(body, path.endsWith("/transcription_sessions")));
		}
	}

	private ServedClientSecret secret(ObjectNode session, ObjectNode body) {
		if (!session.has("type")) {
			session.put("type", "realtime");
		}
		boolean transcription = "transcription".equals(Json.text(session, "type"));
		String model = Json.text(session, "model", DEFAULT_MODEL);
		ServedSessionSettings settings = (transcription) ? ServedSessionSettings.transcription(id(), Instant.EPOCH)
				: ServedSessionSettings.realtime(id(), model, Instant.EPOCH);
		settings.update(session, false);
		SessionRequest request = (transcription) ? SessionRequest.transcription() : SessionRequest.realtime(model);
		return this.secrets.create(request.withSettings(session), settings.toJson(), body.path("expires_after"));
	}

	private ObjectNode translationSecret(ObjectNode body) {
		ObjectNode session = Json.member(body, "session");
		String model = (session != null) ? Json.text(session, "model") : null;
		if (session == null || model == null) {
			throw ProtocolErrors.missing("session.model");
		}
		ServedTranslationSettings settings = new ServedTranslationSettings(id(), model, Instant.EPOCH);
		ObjectNode update = session.deepCopy();
		update.remove("model");
		settings.update(update);
		ServedClientSecret secret = this.secrets.create(SessionRequest.translation(model).withSettings(update),
				settings.toJson(), body.path("expires_after"));
		secret.session().put("expires_at", secret.expiresAt().getEpochSecond());
		return told(secret);
	}

	private ObjectNode betaSession(ObjectNode body, boolean transcription) {
		ServedBetaDialect dialect = new ServedBetaDialect();
		ObjectNode update = Json.object()
			.put("type", (transcription) ? "transcription_session.update" : "session.update");
		update.set("session", body);
		ObjectNode ga = (ObjectNode) dialect.toGa(update).path("session");
		ObjectNode expiry = Json.object();
		expiry.set("expires_after", expiresAfter(Json.member(body, "client_secret")));
		ServedClientSecret secret = secret(ga, expiry);
		ObjectNode event = Json.object().put("type", "session.updated");
		event.set("session", secret.session().deepCopy());
		ObjectNode session = (ObjectNode) dialect.fromGa(event).get(0).path("session");
		session.putObject("client_secret")
			.put("value", secret.value())
			.put("expires_at", secret.expiresAt().getEpochSecond());
		return session;
	}

	private static ObjectNode expiresAfter(@Nullable ObjectNode clientSecret) {
		ObjectNode expiry = (clientSecret != null) ? Json.member(clientSecret, "expires_after") : null;
		return (expiry != null) ? expiry : Json.object();
	}

	private static ObjectNode told(ServedClientSecret secret) {
		ObjectNode told = Json.object()
			.put("value", secret.value())
			.put("expires_at", secret.expiresAt().getEpochSecond());
		told.set("session", secret.session());
		return told;
	}

	private String id() {
		return this.ids.next("sess");
	}

}
