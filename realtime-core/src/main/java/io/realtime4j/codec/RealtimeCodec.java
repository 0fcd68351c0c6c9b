package io.realtime4j.codec;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Codec that reads and writes the events of the {@code realtime} protocol as JSON text. A
 * codec is immutable and may be shared by all threads. It has its own mapper, so that
 * settings of the application's Jackson do not affect the wire.
 *
 * @since 0.1.0
 */
public final class RealtimeCodec {

	/**
	 * The longest text that is read, in characters (32 Mi).
	 */
	public static final int MAX_LENGTH = EventReader.MAX_LENGTH;

	private final Dialect dialect;

	private final AudioAppendWriter appends = HotClientEvents.writer();

	private final FamilyCodec<ClientEvent, ServerEvent> events = FamilyCodec.of(
			new EventKinds<>(EventTypes.CLIENT, UnknownClientEvent::new, HotClientEvents.ALL),
			new EventKinds<>(EventTypes.SERVER, UnknownServerEvent::new, HotServerEvents.ALL));

	private final @Nullable EventShape shape;

	private RealtimeCodec(Dialect dialect, @Nullable EventShape shape) {
		this.dialect = dialect;
		this.shape = shape;
	}

	/**
	 * Create a codec that writes the GA dialect.
	 * @return the codec
	 */
	public static RealtimeCodec create() {
		return create(Dialect.GA);
	}

	/**
	 * Create a codec that writes a dialect.
	 * @param dialect the dialect to write; both are read
	 * @return the codec
	 */
	public static RealtimeCodec create(Dialect dialect) {
		return new RealtimeCodec(dialect, null);
	}

	/**
	 * Create a codec that writes a dialect for a server that expects members in other
	 * places.
	 * @param dialect the dialect to write; both are read
	 * @param shape changes events before they are written
	 * @return the codec
	 */
	public static RealtimeCodec create(Dialect dialect, EventShape shape) {
		return new RealtimeCodec(dialect, shape);
	}

	/**
	 * Return the dialect that this codec writes.
	 * @return the dialect
	 */
	public Dialect dialect() {
		return this.dialect;
	}

	/**
	 * Read an event that a server sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownServerEvent}
	 * @throws RealtimeCodecException if the text is not one JSON object with a string
	 * {@code type}, is too long or too deep
	 */
	public ServerEvent decodeServerEvent(String json) {
		return this.events.decodeServerEvent(json);
	}

	/**
	 * Read an event that a client sent.
	 * @param json the text of one event
	 * @return the event; one that is not known, or whose members have unexpected shapes,
	 * is an {@link UnknownClientEvent}
	 * @throws RealtimeCodecException if the text is not one JSON object with a string
	 * {@code type}, is too long or too deep
	 */
	public ClientEvent decodeClientEvent(String json) {
		return this.events.decodeClientEvent(json);
	}

	/**
	 * Write an event. The text can always be written as UTF-8: an unpaired surrogate
	 * becomes {@link WellFormedText#REPLACEMENT} in an event of a client, and an escape
	 * in an event of a server.
	 * @param message the event
	 * @return its JSON text in the dialect of this codec
	 * @throws RealtimeCodecException if the dialect cannot say it, or a number in it is
	 * not finite
	 */
	public String encode(RealtimeMessage message) {
		String hot = HotClientEvents.write(message, this.appends);
		if (hot != null) {
			return hot;
		}
		boolean received = message instanceof ServerEvent;
		boolean shaped = this.shape != null && this.shape.concerns(message);
		RealtimeMessage event = (this.dialect == Dialect.GA) ? GaDialect.translate(message) : message;
		if (this.dialect == Dialect.BETA || shaped) {
			return this.events.encode(event, (tree) -> translate(message, tree), received);
		}
		return received ? this.events.encodeReceived(event) : this.events.encode(event);
	}

	private JsonNode translate(RealtimeMessage message, JsonNode tree) {
		if (this.shape != null && this.shape.concerns(message) && tree instanceof ObjectNode event) {
			this.shape.apply(message, event);
		}
		return (this.dialect == Dialect.BETA) ? BetaDialect.translate(message, tree) : tree;
	}

}
