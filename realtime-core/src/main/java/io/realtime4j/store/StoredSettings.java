package io.realtime4j.store;

import org.jspecify.annotations.Nullable;

/**
 * Essentials of the settings that a stored conversation had last, as the server
 * acknowledged them. They hold no instructions, no tools and no secrets.
 *
 * @param type the type of the session, {@code realtime}, {@code transcription} or
 * {@code live}
 * @param model the name of the model, or {@code null} if the server did not tell
 * @param voice the name of the model's voice, or {@code null} if it has none of the
 * service's own or the server did not tell
 * @since 0.1.0
 */
public record StoredSettings(String type, @Nullable String model, @Nullable String voice) {

}
