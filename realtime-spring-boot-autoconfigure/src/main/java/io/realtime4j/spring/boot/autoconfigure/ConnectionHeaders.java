package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The headers of connections, made anew for each of them.
 */
final class ConnectionHeaders implements Supplier<Map<String, String>> {

	private static final Log logger = LogFactory.getLog(ConnectionHeaders.class);

	private final RealtimeConnectionDetails details;

	private final List<RealtimeHeadersCustomizer> customizers;

	ConnectionHeaders(RealtimeConnectionDetails details, List<RealtimeHeadersCustomizer> customizers) {
		this.details = details;
		this.customizers = customizers;
	}

	@Override
	public Map<String, String> get() {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.details.getHeaders());
		this.customizers.forEach((customizer) -> customize(customizer, headers));
		return headers;
	}

	private static void customize(RealtimeHeadersCustomizer customizer, Map<String, String> headers) {
		try {
			customizer.customize(headers);
		}
		catch (RuntimeException ex) {
			// Not the message, which may hold credentials
			logger.warn("The headers of a realtime connection could not be created: " + customizer.getClass().getName()
					+ " threw " + ex.getClass().getName() + " at "
					+ Arrays.stream(ex.getStackTrace()).findFirst().orElse(null));
			throw ex;
		}
	}

}
