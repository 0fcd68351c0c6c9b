package io.realtime4j.codec;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversion of a record from the shape of beta, or of a server of its own mind, into
 * that of GA.
 *
 * @param needed whether a value that was bound as it came should have been reshaped
 * @param shape changes the JSON object in place
 */
record Reshaping(Predicate<Object> needed, Consumer<ObjectNode> shape) {

	private static final String FUNCTION = "function";

	private static final Map<Class<?>, Reshaping> ALL = Map.of(Response.class,
			new Reshaping((value) -> value instanceof Response response && BetaShape.RESPONSE.isIn(response.extra()),
					BetaShape.RESPONSE::toGa),
			ResponseSettings.class,
			new Reshaping((value) -> value instanceof ResponseSettings settings
					&& BetaShape.RESPONSE.isIn(settings.extra()), BetaShape.RESPONSE::toGa),
			RealtimeSessionSettings.class,
			new Reshaping((value) -> value instanceof RealtimeSessionSettings settings
					&& BetaShape.SESSION.isIn(settings.extra()), BetaShape.SESSION::toGa),
			FunctionTool.class,
			new Reshaping((value) -> value instanceof FunctionTool tool && tool.name() == null
					&& tool.extra().containsKey(FUNCTION), Reshaping::liftFunction),
			TranscriptionSessionCreated.class, new Reshaping((value) -> false, BetaShape::nestTranscriptionSession));

	// Some servers have the members of a function one level below, as other APIs have
	// them
	private static void liftFunction(ObjectNode tool) {
		if (!tool.has("name") && tool.get(FUNCTION) instanceof ObjectNode function && function.has("name")) {
			tool.remove(FUNCTION);
			function.forEachEntry(tool::putIfAbsent);
		}
	}

	static @Nullable Reshaping of(Class<?> type) {
		return ALL.get(type);
	}

}
