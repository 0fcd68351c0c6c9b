package io.realtime4j.model.audio;

/**
 * Voice of the model: a built-in voice by its name, a custom voice by its id, or a voice
 * by its type and name.
 *
 * @since 0.1.0
 */
public sealed interface OutputVoice permits Voice, CustomVoice, TypedVoice, UnknownVoice {

}
