/**
 * Audio values and conversions: PCM, G.711, WAV, chunking, resampling and levels.
 * {@link io.realtime4j.audio.Base64Audio} is for codecs; applications do not use that
 * one.
 */
@NullMarked
package io.realtime4j.audio;

import org.jspecify.annotations.NullMarked;
