package io.realtime4j.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Internal factory for the addresses of WebSocket connections.
 *
 * @since 0.1.0
 */
public final class EndpointUris {

	private static final String ROOT = "/realtime";

	private static final String MODEL = "model";

	private static final Set<String> OWN_PARAMETERS = Set.of("model", "call_id", "intent");

	// A deployment, or an agent that has its own model
	private static final Set<String> STAND_INS = Set.of("deployment", "agent_id", "agent-id", "agent-name");

	private static final String VERSION = "api-version";

	private EndpointUris() {
	}

	/**
	 * Return the address of a session.
	 * @param baseUrl the root of the API, with or without {@code /realtime} at its end
	 * @param path what comes behind {@code /realtime}, empty or with a slash before it
	 * @param parameters what says which session it is; the query of the root is kept
	 * besides, and where it names a deployment or an agent that stands for the model
	 * @return the address, {@code ws} or {@code wss}
	 */
	public static URI uri(URI baseUrl, String path, Map<String, String> parameters) {
		return uri(baseUrl, ROOT, path, parameters);
	}

	/**
	 * Return the address of a session of another interface of the same service.
	 * @param baseUrl the root of the API, with or without {@code /realtime} at its end
	 * @param path what comes in place of {@code /realtime}, with a slash before it
	 * @return the address, {@code ws} or {@code wss}; the query of the root is kept
	 */
	public static URI besides(URI baseUrl, String path) {
		return uri(baseUrl, path, "", Map.of());
	}

	/**
	 * Return the model that an address names.
	 * @param baseUrl the root of the API
	 * @return the model, or {@code null} if the query names none
	 */
	public static @Nullable String model(URI baseUrl) {
		String query = (baseUrl.getRawQuery() != null) ? baseUrl.getRawQuery() : "";
		return Arrays.stream(query.split("&"))
			.filter((parameter) -> parameter.startsWith(MODEL + "=") && parameter.length() > MODEL.length() + 1)
			.map((parameter) -> URLDecoder.decode(parameter.substring(MODEL.length() + 1), StandardCharsets.UTF_8))
			.findFirst()
			.orElse(null);
	}

	private static URI uri(URI baseUrl, String face, String path, Map<String, String> parameters) {
		String scheme = baseUrl.getScheme().toLowerCase(Locale.ROOT).matches("https|wss") ? "wss" : "ws";
		String root = (baseUrl.getRawPath() != null) ? baseUrl.getRawPath() : "";
		while (root.endsWith("/")) {
			root = root.substring(0, root.length() - 1);
		}
		root = (root.endsWith(ROOT) ? root.substring(0, root.length() - ROOT.length()) : root) + face;
		String query = query(baseUrl, parameters);
		return URI
			.create(scheme + "://" + baseUrl.getRawAuthority() + root + path + (query.isEmpty() ? "" : "?" + query));
	}

	/**
	 * Return whether an address may hold secrets: a user, or parameters besides those
	 * that say which session it is.
	 * @param uri the address
	 * @return whether it may
	 */
	public static boolean mayHoldSecrets(URI uri) {
		if (uri.getRawUserInfo() != null) {
			return true;
		}
		String query = (uri.getRawQuery() != null) ? uri.getRawQuery() : "";
		return Arrays.stream(query.split("&"))
			.map((parameter) -> parameter.split("=", 2)[0])
			.anyMatch((name) -> !name.isEmpty() && !name.equals(VERSION) && !OWN_PARAMETERS.contains(name)
					&& !STAND_INS.contains(name));
	}

	private static String query(URI baseUrl, Map<String, String> parameters) {
		List<String> query = new ArrayList<>();
		boolean named = false;
		for (String parameter : (baseUrl.getRawQuery() != null) ? baseUrl.getRawQuery().split("&") : new String[0]) {
			String name = parameter.split("=", 2)[0];
			boolean standIn = STAND_INS.contains(name);
			if (standIn || (!name.isEmpty() && !OWN_PARAMETERS.contains(name) && !parameters.containsKey(name))) {
				query.add(parameter);
				named |= standIn;
			}
		}
		for (Map.Entry<String, String> parameter : parameters.entrySet()) {
			if (!named || !(parameter.getKey().equals(MODEL) || STAND_INS.contains(parameter.getKey()))) {
				query.add(parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
			}
		}
		return String.join("&", query);
	}

}
