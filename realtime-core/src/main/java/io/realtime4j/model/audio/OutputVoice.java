package io.realtime4j.model.audio;

/**
 * The voice that speaks: one of the built-in voices by name, or a custom voice by its id.
 *
 * @since 0.1.0
 */
public sealed interface OutputVoice permits Voice, CustomVoice, UnknownVoice {

}
