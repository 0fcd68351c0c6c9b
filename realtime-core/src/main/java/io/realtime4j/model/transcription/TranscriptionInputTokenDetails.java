package io.realtime4j.model.transcription;

import org.jspecify.annotations.Nullable;

/**
 * Input tokens of a transcription by modality.
 *
 * @param textTokens text tokens, or {@code null} if absent
 * @param audioTokens audio tokens, or {@code null} if absent
 * @since 0.1.0
 */
public record TranscriptionInputTokenDetails(@Nullable Long textTokens, @Nullable Long audioTokens) {

}
