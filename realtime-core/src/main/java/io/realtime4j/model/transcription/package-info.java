/**
 * Transcription of input audio: settings, results and usage.
 */
@NullMarked
package io.realtime4j.model.transcription;

import org.jspecify.annotations.NullMarked;
