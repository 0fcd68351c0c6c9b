package io.realtime4j.spring.boot.autoconfigure.live;

import io.realtime4j.live.model.session.LiveSettings;

/**
 * Callback interface that can be implemented by beans wishing to customize the settings
 * that live sessions have by default, after the properties have been applied.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LiveSettingsCustomizer {

	/**
	 * Customize the settings.
	 * @param settings the settings to customize
	 */
	void customize(LiveSettings.Builder settings);

}
