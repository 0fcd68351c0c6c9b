package io.realtime4j.spring.phone.vonage;

import java.util.LinkedHashMap;
import java.util.Map;
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

	private static final Pattern SIP_HEADER = Pattern.compile("SipHeader_[\\w-]{1,64}");

	/**
	 * Most characters of all SIP headers of a call.
	 */
	private static final int MAX_SIP_HEADERS = 1000;

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
				content.path("detail").asString(content.path("reason").asString("")), sipHeaders(content));
		return new WebhookReceiver.Delivery<>(VonageTickets.CARRIER + ":" + id, event);
	}

	// They become part of the ticket, which has a bound
	static Map<String, String> sipHeaders(JsonNode content) {
		Map<String, String> headers = new LinkedHashMap<>();
		int length = 0;
		for (Map.Entry<String, JsonNode> member : content.properties()) {
			String value = CarrierJson.text(member.getValue());
			if (value != null && SIP_HEADER.matcher(member.getKey()).matches()) {
				length += member.getKey().length() + value.length();
				if (length > MAX_SIP_HEADERS) {
					return headers;
				}
				headers.put(member.getKey(), value);
			}
		}
		return headers;
	}

}
