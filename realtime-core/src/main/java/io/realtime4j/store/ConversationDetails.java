package io.realtime4j.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.usage.UsageTotals;
import org.jspecify.annotations.Nullable;

/**
 * Details of a header, beside what the store has to know.
 *
 * @param settings the essentials of the settings, or {@code null} as long as the server
 * has told none
 * @param usage what was used, or {@code null} if that is not measured
 * @param notes what those who take part in the session have noted
 */
record ConversationDetails(@Nullable StoredSettings settings, @Nullable UsageTotals usage, Map<String, String> notes) {

	ConversationDetails {
		notes = Collections.unmodifiableMap(new TreeMap<>(notes));
	}

	static @Nullable StoredSettings essentials(@Nullable SessionSettings settings) {
		if (settings instanceof RealtimeSessionSettings realtime) {
			AudioOutput output = (realtime.audio() != null) ? realtime.audio().output() : null;
			return new StoredSettings(realtime.type(), (realtime.model() != null) ? realtime.model().value() : null,
					(output != null && output.voice() instanceof Voice voice) ? voice.value() : null);
		}
		return (settings != null) ? new StoredSettings(settings.type(), null, null) : null;
	}

}
