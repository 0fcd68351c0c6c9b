package io.realtime4j.codec;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversion of a record from the shape of beta into that of GA.
 *
 * @param needed whether a value that was bound as it came should have been reshaped
 * @param shape changes the JSON object in place
 */
record Reshaping(Predicate<Object> needed, Consumer<ObjectNode> shape) {

	private static final Map<Class<?>, Reshaping> ALL = Map.of(Response.class,
			new Reshaping((value) -> value instanceof Response response && BetaShape.RESPONSE.isIn(response.extra()),
					BetaShape.RESPONSE::toGa),
			ResponseSettings.class,
			new Reshaping(
					(value) -> value instanceof ResponseSettings settings && BetaShape.RESPONSE.isIn(settings.extra()),
					BetaShape.RESPONSE::toGa),
			TranscriptionSessionCreated.class, new Reshaping((value) -> false, BetaShape::nestTranscriptionSession));

	static @Nullable Reshaping of(Class<?> type) {
		return ALL.get(type);
	}

}
