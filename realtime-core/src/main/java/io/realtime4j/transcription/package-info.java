/**
 * Recordings and streams of speech as text.
 */
@NullMarked
package io.realtime4j.transcription;

import org.jspecify.annotations.NullMarked;
