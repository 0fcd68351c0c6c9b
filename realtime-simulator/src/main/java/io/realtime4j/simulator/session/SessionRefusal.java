package io.realtime4j.simulator.session;

import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Refusal of a session after its handshake: an error is sent, and the connection is
 * closed. The service refuses so what it cannot see before the handshake is over.
 *
 * @param closeCode the close code
 * @param code the code of the error, if any
 * @param message the message of the error
 * @since 0.1.0
 */
public record SessionRefusal(int closeCode, @Nullable String code, String message) {

	private static final int UNAUTHORIZED = 3000;

	private static final int REFUSED = 4000;

	/**
	 * Return the refusal of a client whose key is wrong.
	 * @return the refusal
	 */
	public static SessionRefusal wrongKey() {
		return new SessionRefusal(UNAUTHORIZED, "invalid_api_key", "Incorrect API key provided: ***. "
				+ "You can find your API key at https://platform.openai.com/account/api-keys.");
	}

	/**
	 * Return the refusal of a client that gives no key.
	 * @return the refusal
	 */
	public static SessionRefusal missingKey() {
		return new SessionRefusal(UNAUTHORIZED, null, "Missing bearer or basic authentication in header");
	}

	/**
	 * Return the refusal of a client that names no model.
	 * @return the refusal
	 */
	public static SessionRefusal missingModel() {
		return new SessionRefusal(REFUSED, "missing_model", "You must provide a model parameter, "
				+ "for example wss://api.openai.com/v1/realtime?model=gpt-realtime-1.5");
	}

	/**
	 * Return the refusal of a client that names a model that does not exist.
	 * @param model the name of the model
	 * @return the refusal
	 */
	public static SessionRefusal unknownModel(String model) {
		return new SessionRefusal(REFUSED, "invalid_model",
				"Model \"" + model + "\" is not supported in realtime mode.");
	}

	/**
	 * Return the refusal of a client that speaks the beta protocol, where it is no longer
	 * spoken.
	 * @return the refusal
	 */
	public static SessionRefusal betaDisabled() {
		return new SessionRefusal(REFUSED, "beta_api_shape_disabled",
				"The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.");
	}

	String closeReason() {
		return (this.code != null) ? "invalid_request_error." + this.code : "invalid_request_error";
	}

	ProtocolException error() {
		return new ProtocolException(this.code, this.message, null);
	}

}
