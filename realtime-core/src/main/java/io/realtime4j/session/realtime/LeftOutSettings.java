package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.SettingsDiffer;
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

	/**
	 * Compare the settings that were asked for with those that the server acknowledged.
	 * @param asked what was sent, as JSON text
	 * @param told what was acknowledged, as JSON text
	 * @return how they differ, with what was not sent, or {@code null} if they do not
	 */
	@Nullable SettingsDiffer compare(String asked, String told) {
		List<String> differences = new ArrayList<>(SettingsComparison.differences(asked, told));
		differences.addAll(this.paths);
		this.paths.clear();
		return differences.isEmpty() ? null : new SettingsDiffer(differences);
	}

}
