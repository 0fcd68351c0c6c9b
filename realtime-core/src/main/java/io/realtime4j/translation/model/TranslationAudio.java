package io.realtime4j.translation.model;

import org.jspecify.annotations.Nullable;

/**
 * Audio settings of a translation session.
 *
 * @param input settings of the speech that is translated, or {@code null} if absent
 * @param output settings of the translation, or {@code null} if absent
 * @since 0.1.0
 */
public record TranslationAudio(@Nullable TranslationAudioInput input, @Nullable TranslationAudioOutput output) {

	/**
	 * Return settings that translate into a language.
	 * @param language the language to translate into, as an ISO-639-1 code such as
	 * {@code es}
	 * @return the audio settings
	 */
	public static TranslationAudio into(String language) {
		return new TranslationAudio(null, TranslationAudioOutput.of(language));
	}

}
