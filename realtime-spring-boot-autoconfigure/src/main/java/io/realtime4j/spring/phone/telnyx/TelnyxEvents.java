package io.realtime4j.spring.phone.telnyx;

import java.util.function.Function;
import java.util.regex.Pattern;

import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.webhook.WebhookException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Internal reader of Telnyx's webhooks.
 */
public final class TelnyxEvents implements WebhookReceiver.Reader<TelnyxEvent> {

	private static final Pattern TYPE = Pattern.compile("[\\w.]{1,128}");

	private static final Pattern ID = Pattern.compile("[\\w-]{1,128}");

	private static final Pattern CALL = Pattern.compile("[\\w:.=-]{0,256}");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final TelnyxSignature signature;

	/**
	 * Create a reader.
	 * @param signature verifies the webhooks
	 */
	public TelnyxEvents(TelnyxSignature signature) {
		this.signature = signature;
	}

	@Override
	public WebhookReceiver.Delivery<TelnyxEvent> read(Function<String, @Nullable String> headers, byte[] body) {
		this.signature.verify(headers, body);
		try {
			JsonNode data = MAPPER.readTree(body).path("data");
			JsonNode payload = data.path("payload");
			String id = checked(data.path("id"), ID);
			TelnyxEvent event = new TelnyxEvent(checked(data.path("event_type"), TYPE),
					checked(payload.path("call_control_id"), CALL), "incoming".equals(text(payload.path("direction"))),
					text(payload.path("from")), text(payload.path("to")));
			return new WebhookReceiver.Delivery<>(TelnyxTickets.CARRIER + ":" + id, event);
		}
		catch (JacksonException ex) {
			throw noEvent();
		}
	}

	private static String checked(JsonNode value, Pattern pattern) {
		String text = value.asString("");
		if (!pattern.matcher(text).matches()) {
			throw noEvent();
		}
		return text;
	}

	private static @Nullable String text(JsonNode value) {
		return value.isString() ? value.stringValue() : null;
	}

	private static WebhookException noEvent() {
		return new WebhookException(WebhookException.Reason.BODY, "The body of the webhook is no event");
	}

}
