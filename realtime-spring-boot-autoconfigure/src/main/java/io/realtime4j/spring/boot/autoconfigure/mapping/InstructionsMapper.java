package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * Internal mapper of instructions, which are set as they are or by their location.
 */
public final class InstructionsMapper {

	private InstructionsMapper() {
	}

	/**
	 * Map instructions.
	 * @param text the instructions, {@code null} if not set
	 * @param location the location of the instructions, {@code null} if not set
	 * @param prefix the beginning of the names of both properties
	 * @return the instructions, or {@code null} if neither is set
	 */
	public static @Nullable String map(@Nullable String text, @Nullable Resource location, String prefix) {
		if (location == null) {
			return text;
		}
		String property = prefix + "instructions-location";
		PropertyChecks.check(text == null, property,
				"cannot be combined with '" + prefix + "instructions': set one of them");
		try {
			return location.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new InvalidRealtimePropertyException(property,
					"is the location of a text that cannot be read: " + location.getDescription());
		}
	}

}
