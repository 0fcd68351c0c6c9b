package io.realtime4j.spring.phone.engine;

import java.util.regex.Pattern;

import io.realtime4j.webhook.WebhookException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Internal reader of the bodies of carriers' webhooks, after they were verified.
 */
public final class CarrierJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private CarrierJson() {
	}

	/**
	 * Read a body.
	 * @param body the body
	 * @return the object
	 * @throws WebhookException if it is none
	 */
	public static JsonNode object(byte[] body) {
		try {
			JsonNode content = MAPPER.readTree(body);
			if (content.isObject()) {
				return content;
			}
		}
		catch (JacksonException ex) {
			// As if it had another form
		}
		throw noEvent();
	}

	/**
	 * Return a text that has a certain form.
	 * @param value the member, which may be missing
	 * @param pattern the form
	 * @return the text, empty if the member is missing
	 * @throws WebhookException if it has another form
	 */
	public static String checked(JsonNode value, Pattern pattern) {
		String text = value.asString("");
		if (!pattern.matcher(text).matches()) {
			throw noEvent();
		}
		return text;
	}

	/**
	 * Return a text.
	 * @param value the member, which may be missing
	 * @return the text, or {@code null} if there is none
	 */
	public static @Nullable String text(JsonNode value) {
		return value.isString() ? value.stringValue() : null;
	}

	private static WebhookException noEvent() {
		return new WebhookException(WebhookException.Reason.BODY, "The body of the webhook is no event");
	}

}
