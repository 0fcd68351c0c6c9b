package io.realtime4j.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket address of a session.
 */
final class EndpointUris {

	private static final String PATH = "/realtime";

	private EndpointUris() {
	}

	static URI uri(URI baseUrl, SessionSpec spec) {
		String scheme = baseUrl.getScheme().toLowerCase(Locale.ROOT).matches("https|wss") ? "wss" : "ws";
		String path = (baseUrl.getRawPath() != null) ? baseUrl.getRawPath() : "";
		while (path.endsWith("/")) {
			path = path.substring(0, path.length() - 1);
		}
		path = path.endsWith(PATH) ? path : path + PATH;
		String query = query(baseUrl.getRawQuery(), spec);
		return URI.create(scheme + "://" + baseUrl.getRawAuthority() + path + (query.isEmpty() ? "" : "?" + query));
	}

	private static String query(@Nullable String baseQuery, SessionSpec spec) {
		List<String> parameters = new ArrayList<>();
		boolean deployment = false;
		for (String parameter : (baseQuery != null) ? baseQuery.split("&") : new String[0]) {
			if (!parameter.isEmpty() && !parameter.matches("(model|call_id|intent)(=.*)?")) {
				parameters.add(parameter);
				deployment |= parameter.startsWith("deployment=");
			}
		}
		if (spec.callId() != null) {
			parameters.add("call_id=" + encode(spec.callId()));
		}
		else if (spec.settings() instanceof TranscriptionSessionSettings) {
			parameters.add("intent=transcription");
		}
		else if (!deployment && spec.settings() instanceof RealtimeSessionSettings settings
				&& settings.model() != null) {
			parameters.add("model=" + encode(settings.model().value()));
		}
		return String.join("&", parameters);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
