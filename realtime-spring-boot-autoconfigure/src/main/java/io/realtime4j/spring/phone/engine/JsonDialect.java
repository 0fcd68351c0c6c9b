package io.realtime4j.spring.phone.engine;

import io.realtime4j.spring.bridge.connection.BadFrameException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal base of the dialects of carriers whose texts are JSON, with an {@code event}
 * that tells their kind.
 */
public abstract class JsonDialect implements PhoneDialect {

	private static final CloseStatus NO_TICKET = CloseStatus.POLICY_VIOLATION
		.withReason("The ticket of the call is missing or not valid");

	private static final CloseStatus NO_JSON = CloseStatus.BAD_DATA.withReason("The message cannot be read");

	private static final CloseStatus WRONG_CODEC = CloseStatus.NOT_ACCEPTABLE
		.withReason("The audio has not the codec that was asked for");

	private static final String KEYS = "0123456789*#ABCD";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Override
	public final CarrierMessage read(String text) {
		try {
			JsonNode message = MAPPER.readTree(text);
			return read(message.path("event").asString(""), message);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new BadFrameException(NO_JSON);
		}
	}

	/**
	 * Read a message.
	 * @param event its kind, or an empty text if it has none
	 * @param message the message
	 * @return the message
	 * @throws BadFrameException if it must not come
	 * @throws IllegalArgumentException if it cannot be read
	 */
	protected abstract CarrierMessage read(String event, JsonNode message);

	/**
	 * Return the message of a key.
	 * @param digit what the carrier says of the key
	 * @return the message
	 */
	protected static CarrierMessage key(String digit) {
		return (digit.length() == 1 && KEYS.contains(digit)) ? new CarrierMessage.Key(digit.charAt(0))
				: new CarrierMessage.Ignored();
	}

	/**
	 * Return the exception for a call that did not come by a ticket.
	 * @return the exception
	 */
	protected static BadFrameException noTicket() {
		return new BadFrameException(NO_TICKET);
	}

	/**
	 * Return the exception for a call whose audio would be noise.
	 * @return the exception
	 */
	protected static BadFrameException wrongCodec() {
		return new BadFrameException(WRONG_CODEC);
	}

}
