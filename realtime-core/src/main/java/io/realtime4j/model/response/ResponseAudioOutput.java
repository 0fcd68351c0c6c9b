package io.realtime4j.model.response;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.OutputVoice;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the audio of a response.
 *
 * @param format its format, or {@code null} if absent
 * @param voice the voice, or {@code null} if absent
 * @since 0.1.0
 */
public record ResponseAudioOutput(@Nullable AudioFormat format, @Nullable OutputVoice voice) {

}
