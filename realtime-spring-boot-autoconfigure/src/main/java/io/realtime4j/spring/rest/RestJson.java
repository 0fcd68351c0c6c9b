package io.realtime4j.spring.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.model.session.BetaTranscriptionSession;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.translation.codec.TranslationCodec;
import io.realtime4j.translation.model.TranslationSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the bodies of requests. Settings are written and read by the codec of
 * events, in which they stand in the same way.
 */
final class RestJson {

	private static final String SESSION = "session";

	private final JsonMapper json = JsonMapper.builder().build();

	private final RealtimeCodec codec;

	private final RealtimeCodec betaCodec = RealtimeCodec.create(Dialect.BETA);

	private final LiveCodec liveCodec = LiveCodec.create();

	private final TranslationCodec translationCodec = TranslationCodec.create();

	RestJson(RealtimeCodec codec) {
		this.codec = codec;
	}

	byte[] write(JsonNode body) {
		return bytes(body.toString());
	}

	static byte[] bytes(String text) {
		return WellFormedText.of(text).getBytes(StandardCharsets.UTF_8);
	}

	ObjectNode object() {
		return this.json.createObjectNode();
	}

	JsonNode settings(SessionSettings settings) {
		return this.json.readTree(this.codec.encode(new SessionUpdate(null, settings))).path(SESSION);
	}

	JsonNode betaSettings(SessionSettings settings) {
		return this.json.readTree(this.betaCodec.encode(new SessionUpdate(null, settings))).path(SESSION);
	}

	JsonNode betaTranscription(BetaTranscriptionSession settings) {
		return this.json.readTree(this.betaCodec.encode(new TranscriptionSessionUpdate(null, settings))).path(SESSION);
	}

	JsonNode translation(TranslationSettings settings) {
		return this.json
			.readTree(this.translationCodec.encode(new io.realtime4j.translation.event.SessionUpdate(null, settings)))
			.path(SESSION);
	}

	JsonNode live(LiveSettings settings) {
		JsonNode session = this.json.readTree(this.liveCodec.encode(SessionStart.of(settings))).path(SESSION);
		return object().put("type", "live").setAll((ObjectNode) session);
	}

	SessionSettings readSettings(JsonNode session) {
		return (this.codec.decodeServerEvent(event("session.updated", session)) instanceof SessionUpdated updated)
				? updated.session() : unreadable(null);
	}

	BetaTranscriptionSession readBetaTranscription(JsonNode session) {
		String event = event("transcription_session.updated", session);
		return (this.betaCodec.decodeServerEvent(event) instanceof TranscriptionSessionUpdated updated)
				? updated.session() : unreadable(null);
	}

	TranslationSettings readTranslation(JsonNode session) {
		String event = event("session.updated", session);
		return (this.translationCodec
			.decodeServerEvent(event) instanceof io.realtime4j.translation.event.SessionUpdated updated)
					? updated.session() : unreadable(null);
	}

	ObjectNode secretRequest(JsonNode session, @Nullable Duration lifetime) {
		ObjectNode body = object().set(SESSION, session);
		if (lifetime != null) {
			body.putObject("expires_after").put("anchor", "created_at").put("seconds", lifetime.toSeconds());
		}
		return body;
	}

	<S> IssuedSecret<S> secret(byte @Nullable [] answer, Function<JsonNode, S> session) {
		return read(answer, (body) -> {
			JsonNode value = body.path("value");
			JsonNode expiry = body.path("expires_at");
			if (!value.isString() || !expiry.isNumber()) {
				return unreadable(null);
			}
			return new IssuedSecret<>(value.stringValue(), Instant.ofEpochSecond(expiry.asLong()),
					body.path(SESSION).isObject() ? session.apply(body.path(SESSION)) : null);
		});
	}

	<T> T read(byte @Nullable [] answer, Function<JsonNode, T> content) {
		if (answer == null) {
			return unreadable(null);
		}
		try {
			JsonNode body = this.json.readTree(answer);
			return body.isObject() ? content.apply(body) : unreadable(null);
		}
		catch (JacksonException | RealtimeCodecException ex) {
			// Not the cause, which may show a part of the key
			return unreadable(ex.getClass().getSimpleName());
		}
	}

	private String event(String type, JsonNode session) {
		return object().put("type", type).put("event_id", "event_1").set(SESSION, session).toString();
	}

	private static <T> T unreadable(@Nullable String why) {
		throw new RealtimeRestException(
				"The response of the service cannot be read" + ((why != null) ? " (" + why + ")" : ""), null);
	}

}
