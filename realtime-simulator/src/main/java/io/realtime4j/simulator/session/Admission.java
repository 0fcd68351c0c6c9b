package io.realtime4j.simulator.session;

import java.util.Set;

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
	 * @param script what tests want to be refused
	 * @return the refusal, or {@code null} if the client is welcome
	 */
	static @Nullable SessionRefusal refusal(SessionRequest request, Set<String> models, SessionScript script) {
		if (request.refusal() != null) {
			return request.refusal();
		}
		String model = request.model();
		if (model == null && request.callId() == null && namesModel(request.kind())) {
			return SessionRefusal.missingModel();
		}
		if (model != null && !models.isEmpty() && !models.contains(model)) {
			return SessionRefusal.unknownModel(model);
		}
		return script.nextRefusal();
	}

	private static boolean namesModel(SessionRequest.Kind kind) {
		return kind != SessionRequest.Kind.TRANSCRIPTION && kind != SessionRequest.Kind.LIVE;
	}

}
