package io.realtime4j.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * The second of two ways to bind an event. The first binds as it reads and gives up at
 * anything unusual: members in beta's places, unknown variants, unexpected shapes. The
 * second looks at whole values before it binds them.
 */
final class LenientBinding {

	private static final Object KEY = LenientBinding.class;

	private LenientBinding() {
	}

	static ObjectReader with(ObjectReader reader) {
		return reader.withAttribute(KEY, Boolean.TRUE);
	}

	static boolean isTaken(DeserializationContext context) {
		return context.getAttribute(KEY) != null;
	}

	static JacksonException needed(JsonParser parser) {
		return MismatchedInputException.from(parser, Object.class, "This value has to be bound with care");
	}

}
