package io.realtime4j.codec;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.realtime4j.audio.Base64Audio;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.UnknownClientEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader for events of clients that are not trusted. The event that it returns has all
 * the content of the text, so that it can be checked and encoded again without loss. An
 * event that is not known, a member that is not known, comes twice or is of another form
 * than the protocol has it, at any depth, is refused. It may be shared by all threads.
 *
 * @since 0.1.0
 */
public final class ExactEventReader {

	private final Base64Audio base64 = new Base64Audio();

	private final RealtimeCodec codec = RealtimeCodec.create();

	private final JsonMapper mapper = WireMapper.exact(RealtimeCodec.MAX_LENGTH);

	/**
	 * Create a new {@link ExactEventReader} instance.
	 */
	public ExactEventReader() {
	}

	/**
	 * Read an event, in either dialect. Members that are {@code null} count as absent,
	 * and audio is not decoded.
	 * @param json the text of one event
	 * @return the event, which is never an {@link UnknownClientEvent}
	 * @throws InexactEventException if the event does not say all that the text says
	 * @throws RealtimeCodecException if the text is not one JSON object with a string
	 * {@code type}, is too long or too deep
	 */
	public ClientEvent read(String json) {
		ClientEvent hot = readHot(json);
		return (hot != null) ? hot : readAny(json);
	}

	// The fast path does not look at audio, which may be no JSON then
	private @Nullable ClientEvent readHot(String json) {
		for (HotEvent<ClientEvent> hot : HotClientEvents.ALL) {
			if (hot.readExactly(json, this.base64) instanceof InputAudioBufferAppend append
					&& append.audio().isBase64()) {
				return append;
			}
		}
		return null;
	}

	private ClientEvent readAny(String json) {
		ClientEvent event = this.codec.decodeClientEvent(json);
		if (event instanceof UnknownClientEvent) {
			throw new InexactEventException(event, "The event is not known, or a member of it has another form");
		}
		String problem = problem(event, json);
		if (problem != null) {
			throw new InexactEventException(event, problem);
		}
		return event;
	}

	private @Nullable String problem(ClientEvent event, String json) {
		JsonNode received;
		try {
			received = this.mapper.readTree(json);
		}
		catch (JacksonException | ArithmeticException | IllegalArgumentException ex) {
			return "A member comes twice, or is not valid JSON";
		}
		if (received.get("response") instanceof ObjectNode response) {
			BetaShape.RESPONSE.toGa(response);
		}
		String difference = difference(received, this.mapper.readTree(this.mapper.writeValueAsString(event)), "");
		return (difference != null) ? "The member '" + difference + "' is not known, or has another form" : null;
	}

	// The path of a member that is not the same in both
	private static @Nullable String difference(JsonNode received, JsonNode known, String path) {
		if (received.isObject() && known.isObject()) {
			return differenceOfObjects(received, known, path);
		}
		if (received.isArray() && known.isArray() && received.size() == known.size()) {
			Iterator<JsonNode> others = known.iterator();
			return received.valueStream()
				.map((value) -> difference(value, others.next(), path))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
		}
		return received.equals(known) ? null : path;
	}

	private static @Nullable String differenceOfObjects(JsonNode received, JsonNode known, String path) {
		Set<String> names = new LinkedHashSet<>(received.propertyNames());
		known.propertyStream()
			.filter((member) -> !member.getValue().isNull())
			.map(Map.Entry::getKey)
			.forEach(names::add);
		return names.stream()
			.map((name) -> difference(received.path(name), known.path(name), path.isEmpty() ? name : path + '.' + name))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
