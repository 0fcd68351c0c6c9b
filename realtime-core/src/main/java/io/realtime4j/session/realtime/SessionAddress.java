package io.realtime4j.session.realtime;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.transport.EndpointUris;
import org.jspecify.annotations.Nullable;

/**
 * Address that a session connects to.
 */
final class SessionAddress {

	private SessionAddress() {
	}

	/**
	 * Return the address of a session.
	 * @param baseUrl the root of the API
	 * @param spec the specification of the session
	 * @param modelParameter the name of the parameter that names the model
	 * @param more further parameters
	 * @return the address, {@code ws} or {@code wss}
	 */
	static URI of(URI baseUrl, SessionSpec spec, String modelParameter, Map<String, String> more) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (spec.callId() != null) {
			parameters.put("call_id", spec.callId());
		}
		else if (spec.settings() instanceof TranscriptionSessionSettings) {
			parameters.put("intent", "transcription");
		}
		else {
			String model = model(baseUrl, spec);
			if (model != null) {
				parameters.put(modelParameter, model);
			}
		}
		parameters.putAll(more);
		return EndpointUris.uri(baseUrl, "", parameters);
	}

	private static @Nullable String model(URI baseUrl, SessionSpec spec) {
		return (spec.settings() instanceof RealtimeSessionSettings settings && settings.model() != null)
				? settings.model().value() : EndpointUris.model(baseUrl);
	}

}
