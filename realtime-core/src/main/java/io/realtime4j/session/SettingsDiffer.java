package io.realtime4j.session;

import java.util.List;

/**
 * The server acknowledged settings, but says that some are not as they were asked for.
 * Comes right behind the {@code session.updated} that says so. Settings that a server
 * does not report back are not counted. Those that were left out of what was sent, since
 * the provider has no place for them, are.
 *
 * @param members what differs, as paths within the settings such as
 * {@code audio.input.format.rate}; by the names that they were sent by, or those of GA if
 * they were left out
 * @since 0.1.0
 */
public record SettingsDiffer(List<String> members) implements SessionEvent {

	public SettingsDiffer {
		members = List.copyOf(members);
	}

	@Override
	public String type() {
		return "realtime4j.session.settings_differ";
	}

}
