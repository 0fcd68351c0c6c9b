package io.realtime4j.model.response;

import org.jspecify.annotations.Nullable;

/**
 * Audio settings of a response.
 *
 * @param output settings of the audio that comes out, or {@code null} if absent
 * @since 0.1.0
 */
public record ResponseAudio(@Nullable ResponseAudioOutput output) {

}
