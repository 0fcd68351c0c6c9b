package io.realtime4j.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader for the events of webhooks. It may be used by all threads.
 *
 * @since 0.1.0
 */
public final class WebhookEventReader {

	private final ObjectReader reader = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build()
		.readerFor(JsonNode.class);

	/**
	 * Create a new {@link WebhookEventReader} instance.
	 */
	public WebhookEventReader() {
	}

	/**
	 * Read an event.
	 * @param body the body of a request, after {@link WebhookVerifier} accepted it
	 * @return the event
	 * @throws WebhookException if the body is no JSON object with a type
	 */
	public WebhookEvent read(byte[] body) {
		JsonNode json = parse(body);
		String type = text(json, "type");
		if (type == null) {
			throw new WebhookException(WebhookException.Reason.BODY, "The body of the webhook is no event with a type");
		}
		JsonNode data = json.path("data");
		String callId = idOf(data, "call_id");
		if (RealtimeCallIncoming.TYPE.equals(type) && callId != null) {
			return new RealtimeCallIncoming(text(json, "id"), createdAt(json), callId,
					sipHeaders(data.path("sip_headers")), text(data, "sip_media_security"));
		}
		String sessionId = idOf(data, "session_id");
		if (LiveTransportIncoming.NAMES.contains(type) && sessionId != null) {
			return new LiveTransportIncoming(text(json, "id"), createdAt(json), sessionId,
					sipHeaders(data.path("sip_headers")), text(data, "sip_media_security"));
		}
		return new UnknownWebhookEvent(text(json, "id"), type, createdAt(json), json);
	}

	private JsonNode parse(byte[] body) {
		try {
			return this.reader.readValue(body);
		}
		catch (JacksonException ex) {
			throw new WebhookException(WebhookException.Reason.BODY, "The body of the webhook is no JSON");
		}
	}

	private static List<SipHeader> sipHeaders(JsonNode headers) {
		List<SipHeader> read = new ArrayList<>();
		for (JsonNode header : headers) {
			String name = text(header, "name");
			String value = text(header, "value");
			if (name != null && value != null) {
				read.add(new SipHeader(name, value));
			}
		}
		return read;
	}

	private static @Nullable Instant createdAt(JsonNode json) {
		JsonNode seconds = json.path("created_at");
		try {
			return seconds.canConvertToLong() ? Instant.ofEpochSecond(seconds.asLong()) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable String idOf(JsonNode data, String name) {
		String id = text(data, name);
		return (id != null && !id.isBlank()) ? id : null;
	}

	private static @Nullable String text(JsonNode json, String name) {
		JsonNode value = json.path(name);
		return value.isString() ? value.stringValue() : null;
	}

}
