package io.realtime4j.codec;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.realtime4j.audio.Base64Audio;
import io.realtime4j.event.RealtimeMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Base class for codecs, which read and write the events of one protocol family. It is
 * immutable and may be shared by all threads.
 *
 * @param <C> the events that a client sends
 * @param <S> the events that a server sends
 * @since 0.1.0
 */
public final class FamilyCodec<C extends RealtimeMessage, S extends RealtimeMessage> {

	private final JsonMapper mapper;

	private final EventReader<C> clientReader;

	private final EventReader<S> serverReader;

	private FamilyCodec(JsonMapper mapper, EventKinds<C> client, EventKinds<S> server) {
		Base64Audio base64 = new Base64Audio();
		this.mapper = mapper;
		this.clientReader = new EventReader<>(this.mapper, base64, client);
		this.serverReader = new EventReader<>(this.mapper, base64, server);
	}

	/**
	 * Create the codec of a family.
	 * @param <C> the events that a client sends
	 * @param <S> the events that a server sends
	 * @param client the events that a client sends
	 * @param server the events that a server sends
	 * @return the codec
	 */
	public static <C extends RealtimeMessage, S extends RealtimeMessage> FamilyCodec<C, S> of(EventKinds<C> client,
			EventKinds<S> server) {
		return new FamilyCodec<>(WireMapper.create(EventReader.MAX_LENGTH), client, server);
	}

	/**
	 * Create the codec of a family with its own model, where integers out of range count
	 * as absent.
	 * @param <C> the events that a client sends
	 * @param <S> the events that a server sends
	 * @param client the events that a client sends
	 * @param server the events that a server sends
	 * @param unions the unions of that model
	 * @return the codec
	 */
	public static <C extends RealtimeMessage, S extends RealtimeMessage> FamilyCodec<C, S> of(EventKinds<C> client,
			EventKinds<S> server, List<Union<?>> unions) {
		return new FamilyCodec<>(WireMapper.create(EventReader.MAX_LENGTH, unions), client, server);
	}

	/**
	 * Read an event that a server sent.
	 * @param json the text of one event
	 * @return the event; the unknown one if its type is not known or its members have
	 * unexpected shapes
	 * @throws RealtimeCodecException if the text is not one JSON object with a string
	 * {@code type}, is too long or too deep
	 */
	public S decodeServerEvent(String json) {
		return this.serverReader.read(json);
	}

	/**
	 * Read an event that a client sent.
	 * @param json the text of one event
	 * @return the event; the unknown one if its type is not known or its members have
	 * unexpected shapes
	 * @throws RealtimeCodecException if the text is not one JSON object with a string
	 * {@code type}, is too long or too deep
	 */
	public C decodeClientEvent(String json) {
		return this.clientReader.read(json);
	}

	/**
	 * Write an event that a client sends. The text can always be written as UTF-8:
	 * {@link WellFormedText#REPLACEMENT} replaces unpaired surrogates.
	 * @param message the event
	 * @return its JSON text
	 */
	public String encode(RealtimeMessage message) {
		return WellFormedText.of(write(message, () -> message));
	}

	/**
	 * Write an event that a server sent, with all its text. It can always be written as
	 * UTF-8, too: half a character becomes an escape.
	 * @param message the event
	 * @return its JSON text
	 */
	public String encodeReceived(RealtimeMessage message) {
		return WellFormedText.escaped(write(message, () -> message));
	}

	String encode(RealtimeMessage message, UnaryOperator<JsonNode> dialect, boolean received) {
		String json = write(message, () -> dialect.apply(this.mapper.valueToTree(message)));
		return received ? WellFormedText.escaped(json) : WellFormedText.of(json);
	}

	private String write(RealtimeMessage message, Supplier<Object> content) {
		try {
			return this.mapper.writeValueAsString(content.get());
		}
		catch (JacksonException ex) {
			throw new RealtimeCodecException("The event " + message.type() + " cannot be written as JSON", ex);
		}
	}

}
