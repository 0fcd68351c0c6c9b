package io.realtime4j.session.realtime;

import io.realtime4j.codec.Dialect;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * The event that says the settings of a new session.
 */
final class SettingsUpdate {

	private SettingsUpdate() {
	}

	static @Nullable ClientEvent of(SessionSpec spec, Dialect dialect) {
		if (spec.settings() == null) {
			return null;
		}
		// The address says the model already, and a server may refuse to hear it twice
		SessionSettings update = spec.settings().asUpdate();
		if (update instanceof TranscriptionSessionSettings settings && dialect == Dialect.BETA) {
			return TranscriptionSessionUpdate.of(BetaTranscription.settings(settings));
		}
		return update.equals(RealtimeSessionSettings.builder().build()) ? null : SessionUpdate.of(update);
	}

}
