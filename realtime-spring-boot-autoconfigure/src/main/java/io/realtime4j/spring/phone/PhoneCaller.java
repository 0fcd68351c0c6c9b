package io.realtime4j.spring.phone;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Facts about a call before its session begins.
 *
 * @param carrier the name of the carrier, such as {@code twilio}
 * @param callId the id that the carrier gave the call
 * @param claimedFrom the number of the caller as the carrier tells it, or {@code null} if
 * it does not. Numbers can be forged: never take somebody's identity from it
 * @param parameters what the application gave the call when it was connected
 * @since 0.1.0
 */
public record PhoneCaller(String carrier, String callId, @Nullable String claimedFrom, Map<String, String> parameters) {

	/**
	 * Create a new {@link PhoneCaller} instance.
	 */
	public PhoneCaller {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * Return a text without the number and the parameters, which may be confidential.
	 */
	@Override
	public String toString() {
		return "PhoneCaller[carrier=" + this.carrier + ", callId=" + this.callId + "]";
	}

}
