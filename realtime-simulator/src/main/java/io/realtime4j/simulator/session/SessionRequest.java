package io.realtime4j.simulator.session;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it connects.
 *
 * @param model the model, or {@code null} if none is named
 * @param callId the call that is joined from the side, or {@code null}
 * @param transcription whether the session only transcribes
 */
public record SessionRequest(@Nullable String model, @Nullable String callId, boolean transcription) {
}
