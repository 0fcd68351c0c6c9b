package io.realtime4j.session.realtime;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
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

	/**
	 * Return the JSON text of the event.
	 * @param spec what the session shall be
	 * @param codec writes the event
	 * @return the text, or {@code null} if there is nothing to say
	 */
	static @Nullable String text(SessionSpec spec, RealtimeCodec codec) {
		ClientEvent update = of(spec, codec.dialect());
		return (update != null) ? codec.encode(update) : null;
	}

	private static @Nullable ClientEvent of(SessionSpec spec, Dialect dialect) {
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
