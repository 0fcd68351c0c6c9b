package io.realtime4j.session.realtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Knows which settings were asked for and not sent, since the provider has no place for
 * them, until that is told. Not thread-safe: the session calls it under its lock.
 */
final class LeftOutSettings {

	private final Set<String> paths = new LinkedHashSet<>();

	private final RealtimeEndpoint endpoint;

	LeftOutSettings(RealtimeEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Refuse settings without which the session would not work.
	 */
	void check(@Nullable SessionSettings asked) {
		if (asked != null) {
			this.paths.addAll(this.endpoint.provider().check(asked, this.endpoint.dialect()));
		}
	}

	List<String> take() {
		List<String> taken = List.copyOf(this.paths);
		this.paths.clear();
		return taken;
	}

}
