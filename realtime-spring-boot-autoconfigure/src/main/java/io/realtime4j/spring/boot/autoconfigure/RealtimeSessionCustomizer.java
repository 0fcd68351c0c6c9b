package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;

/**
 * Callback interface that can be implemented by beans wishing to customize the settings
 * of the auto-configured session, after the properties have been applied.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeSessionCustomizer {

	/**
	 * Customize the settings of a session with a model.
	 * @param settings the settings to customize
	 */
	void customize(RealtimeSessionSettings.Builder settings);

	/**
	 * Customize the settings of a session that only transcribes.
	 * @param settings the settings to customize
	 */
	default void customize(TranscriptionSessionSettings.Builder settings) {
	}

}
