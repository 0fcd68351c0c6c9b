/**
 * Audio values and conversions: PCM, G.711, WAV, chunking, resampling and levels.
 */
@NullMarked
package io.realtime4j.audio;

import org.jspecify.annotations.NullMarked;
