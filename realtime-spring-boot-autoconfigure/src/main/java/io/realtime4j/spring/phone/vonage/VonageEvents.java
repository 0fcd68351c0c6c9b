package io.realtime4j.spring.phone.vonage;

import java.util.function.Function;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.engine.CarrierJson;
import io.realtime4j.spring.webhook.WebhookReceiver;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal reader of Vonage's webhooks.
 */
public final class VonageEvents implements WebhookReceiver.Reader<VonageEvent> {

	private static final Pattern CALL = Pattern.compile("[\\w-]{0,64}");

	private static final Pattern STATUS = Pattern.compile("[\\w/-]{0,64}");

	private final VonageSignature signature;

	/**
	 * Create a reader.
	 * @param signature verifies the webhooks
	 */
	public VonageEvents(VonageSignature signature) {
		this.signature = signature;
	}

	@Override
	public WebhookReceiver.Delivery<VonageEvent> read(Function<String, @Nullable String> headers, byte[] body) {
		String id = this.signature.verify(headers, body);
		JsonNode content = CarrierJson.object(body);
		VonageEvent event = new VonageEvent(CarrierJson.checked(content.path("uuid"), CALL),
				CarrierJson.checked(content.path("status"), STATUS), CarrierJson.text(content.path("from")),
				CarrierJson.text(content.path("to")),
				content.path("detail").asString(content.path("reason").asString("")));
		return new WebhookReceiver.Delivery<>(VonageTickets.CARRIER + ":" + id, event);
	}

}
