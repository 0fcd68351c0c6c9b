package io.realtime4j.spring.phone.engine;

import java.util.Base64;

import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.PageOutput;
import tools.jackson.databind.JsonNode;

/**
 * Internal base of the dialects of carriers whose messages are JSON, with audio in
 * Base64: {@code media}, {@code mark} and {@code clear} are the same for all of them.
 */
public abstract class MediaStreamDialect extends JsonDialect {

	@Override
	protected final CarrierMessage read(String event, JsonNode message) {
		return switch (event) {
			case "start" -> start(message);
			case "media" -> media(message.path("media"));
			case "dtmf" -> key(message.path("dtmf").path("digit").asString(""));
			case "mark" -> new CarrierMessage.Mark(message.path("mark").path("name").asString(""));
			case "stop" -> stop();
			default -> other(event, message);
		};
	}

	/**
	 * Read the message with which a call begins.
	 * @param message the message
	 * @return the start
	 * @throws BadFrameException if the call has no ticket
	 */
	protected abstract CarrierMessage.Start start(JsonNode message);

	/**
	 * Note that the carrier ended the call.
	 * @return the message
	 */
	protected CarrierMessage stop() {
		return new CarrierMessage.Stop();
	}

	/**
	 * Read a message of which not every carrier has the kind.
	 * @param event the kind
	 * @param message the message
	 * @return the message
	 */
	protected CarrierMessage other(String event, JsonNode message) {
		return new CarrierMessage.Ignored();
	}

	/**
	 * Return the place of audio among all that is sent.
	 * @param media the audio
	 * @return a number that rises by one, or -1 if audio comes in its order
	 */
	protected long chunk(JsonNode media) {
		return -1;
	}

	/**
	 * Return the members of every message to the carrier.
	 * @return the members, which begin with a comma, or an empty text
	 */
	protected String address() {
		return "";
	}

	private CarrierMessage media(JsonNode media) {
		if (!"inbound".equals(media.path("track").asString("inbound"))) {
			return new CarrierMessage.Ignored();
		}
		return new CarrierMessage.Media(Base64.getDecoder().decode(media.path("payload").asString("")),
				media.path("timestamp").asLong(-1), chunk(media));
	}

	@Override
	public final void play(PageOutput output, byte[] frame) {
		output.tellOfAudio("{\"event\":\"media\"" + address() + ",\"media\":{\"payload\":\""
				+ Base64.getEncoder().encodeToString(frame) + "\"}}");
	}

	@Override
	public final void mark(PageOutput output, String name) {
		output.tellOfAudio("{\"event\":\"mark\"" + address() + ",\"mark\":{\"name\":\"" + name + "\"}}");
	}

	@Override
	public final void clear(PageOutput output) {
		output.tell("{\"event\":\"clear\"" + address() + "}");
	}

}
