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
public abstract class JsonDialect extends CallDialect {

	private static final CloseStatus NO_JSON = CloseStatus.BAD_DATA.withReason("The message cannot be read");

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

}
