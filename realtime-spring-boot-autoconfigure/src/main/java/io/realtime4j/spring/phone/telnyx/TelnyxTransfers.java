package io.realtime4j.spring.phone.telnyx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Transfers of calls by the application. Telnyx remembers a state for each leg and tells
 * it with every event, so that any node knows what the events of a transferred call mean.
 */
final class TelnyxTransfers {

	private static final String TRANSFERRED = "realtime4j-transferred";

	private static final String TARGET_OF = "realtime4j-target-of ";

	private TelnyxTransfers() {
	}

	/**
	 * Return the members of the command that transfers a call.
	 */
	static Map<String, Object> members(String callId, String target) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("to", target);
		members.put("client_state", base64(TRANSFERRED));
		members.put("target_leg_client_state", base64(TARGET_OF + callId));
		// Another attempt after one that failed is another command
		members.put("command_id", "realtime4j-transfer-" + UUID.randomUUID());
		return members;
	}

	private static String base64(String state) {
		return Base64.getEncoder().encodeToString(state.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return whether an event is about a call that was transferred.
	 * @param state the state that came with the event, or {@code null}
	 */
	static boolean isTransferred(@Nullable String state) {
		return base64(TRANSFERRED).equals(state);
	}

	/**
	 * Return which call was transferred to the leg that an event is about.
	 * @param state the state that came with the event, or {@code null}
	 * @return the id of the call, or {@code null} if there is none
	 */
	static @Nullable String origin(@Nullable String state) {
		if (state == null) {
			return null;
		}
		try {
			String text = new String(Base64.getDecoder().decode(state), StandardCharsets.UTF_8);
			return text.startsWith(TARGET_OF) ? text.substring(TARGET_OF.length()) : null;
		}
		catch (IllegalArgumentException ex) {
			// Applications have states of their own
			return null;
		}
	}

}
