package io.realtime4j.session;

import java.util.List;

/**
 * Event published when the server acknowledged the settings, but reports some with other
 * values than those requested. It follows the {@code session.updated} in question.
 * Settings that a server does not report are not included. Settings that were not sent,
 * because the provider does not support them, are.
 *
 * @param members what differs, as paths within the settings such as
 * {@code audio.input.format.rate}; by the names that they were sent by, or those of GA if
 * they were left out
 * @since 0.1.0
 */
public record SettingsDiffer(List<String> members) implements SessionEvent {

	/**
	 * Create a new {@link SettingsDiffer} instance.
	 */
	public SettingsDiffer {
		members = List.copyOf(members);
	}

	@Override
	public String type() {
		return "realtime4j.session.settings_differ";
	}

}
