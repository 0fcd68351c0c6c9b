package io.realtime4j.session;

import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Event published when the session is open: the server has acknowledged its settings.
 *
 * @param settings the settings as the server has them, or {@code null} for a session of
 * another protocol family, for a transcription session of the beta dialect and for a
 * running call whose settings were left as they are
 * @since 0.1.0
 */
public record SessionOpened(@Nullable SessionSettings settings) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.opened";
	}

}
