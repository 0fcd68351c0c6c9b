/**
 * Transcription of the audio that goes in: its settings, results and usage.
 */
@NullMarked
package io.realtime4j.model.transcription;

import org.jspecify.annotations.NullMarked;
