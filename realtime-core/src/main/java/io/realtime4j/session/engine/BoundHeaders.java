package io.realtime4j.session.engine;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.realtime4j.session.context.SessionHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the connections of one session.
 */
final class BoundHeaders implements Supplier<Map<String, String>> {

	private final SessionHeaders headers;

	private final Object spec;

	BoundHeaders(SessionHeaders headers, Object spec) {
		this.headers = headers;
		this.spec = spec;
	}

	@Nullable Executor executor() {
		return this.headers.executor();
	}

	@Override
	public Map<String, String> get() {
		return this.headers.get(this.spec);
	}

}
