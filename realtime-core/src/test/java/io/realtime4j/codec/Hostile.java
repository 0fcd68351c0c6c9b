package io.realtime4j.codec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;

/**
 * What becomes of a text in both directions and dialects. Any exception but that of the
 * codec passes through.
 */
final class Hostile {

	private static final RealtimeCodec GA = RealtimeCodec.create(Dialect.GA);

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	private static final List<Function<String, RealtimeMessage>> DIRECTIONS = List.of(GA::decodeServerEvent,
			GA::decodeClientEvent);

	private Hostile() {
	}

	static Map<Outcome, Integer> outcomes(String text) {
		Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
		DIRECTIONS.forEach((direction) -> outcomes.merge(outcome(direction, text), 1, Integer::sum));
		return outcomes;
	}

	private static Outcome outcome(Function<String, RealtimeMessage> direction, String text) {
		RealtimeMessage message;
		try {
			message = direction.apply(text);
		}
		catch (RealtimeCodecException ex) {
			return Outcome.REFUSED;
		}
		encode(GA, message);
		encode(BETA, message);
		boolean unknown = message instanceof UnknownServerEvent || message instanceof UnknownClientEvent;
		return unknown ? Outcome.UNKNOWN : Outcome.TYPED;
	}

	// What was decoded can be written, unless the dialect has no word for it
	private static void encode(RealtimeCodec codec, RealtimeMessage message) {
		String text;
		try {
			text = codec.encode(message);
		}
		catch (RealtimeCodecException ex) {
			if (codec == GA) {
				throw new IllegalStateException("GA cannot write " + message, ex);
			}
			return;
		}
		if (text.length() < 2 || text.charAt(0) != '{') {
			throw new IllegalStateException("Not an object: " + text);
		}
	}

	/**
	 * What becomes of a text.
	 */
	enum Outcome {

		TYPED, UNKNOWN, REFUSED

	}

}
