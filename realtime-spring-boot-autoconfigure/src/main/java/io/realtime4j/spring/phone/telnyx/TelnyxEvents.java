package io.realtime4j.spring.phone.telnyx;

import java.util.function.Function;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.engine.CarrierJson;
import io.realtime4j.spring.webhook.WebhookReceiver;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal reader of Telnyx's webhooks.
 */
public final class TelnyxEvents implements WebhookReceiver.Reader<TelnyxEvent> {

	private static final Pattern TYPE = Pattern.compile("[\\w.]{1,128}");

	private static final Pattern ID = Pattern.compile("[\\w-]{1,128}");

	private static final Pattern CALL = Pattern.compile("[\\w:.=-]{0,256}");

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
		JsonNode data = CarrierJson.object(body).path("data");
		JsonNode payload = data.path("payload");
		String id = CarrierJson.checked(data.path("id"), ID);
		TelnyxEvent event = new TelnyxEvent(CarrierJson.checked(data.path("event_type"), TYPE),
				CarrierJson.checked(payload.path("call_control_id"), CALL),
				"incoming".equals(CarrierJson.text(payload.path("direction"))), CarrierJson.text(payload.path("from")),
				CarrierJson.text(payload.path("to")), CarrierJson.text(payload.path("client_state")));
		return new WebhookReceiver.Delivery<>(TelnyxTickets.CARRIER + ":" + id, event);
	}

}
