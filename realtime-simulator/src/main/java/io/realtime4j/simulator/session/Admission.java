package io.realtime4j.simulator.session;

import java.util.Set;

import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a client that connected may stay.
 */
final class Admission {

	private Admission() {
	}

	/**
	 * Return why a client may not stay.
	 * @param request what it asks for
	 * @param models the models there are, empty for any
	 * @return the refusal, or {@code null} if the client is welcome
	 */
	static @Nullable ProtocolException refusal(SessionRequest request, Set<String> models) {
		String model = request.model();
		if (model == null && request.callId() == null && !request.transcription()) {
			return new ProtocolException("missing_model", "You must provide a model parameter, "
					+ "for example wss://api.openai.com/v1/realtime?model=gpt-realtime-1.5", null);
		}
		if (model != null && !models.isEmpty() && !models.contains(model)) {
			return new ProtocolException("invalid_model", "Model \"" + model + "\" is not supported in realtime mode.",
					null);
		}
		return null;
	}

}
