/**
 * Detection of speech in audio, by its energy.
 */
@NullMarked
package io.realtime4j.simulator.vad;

import org.jspecify.annotations.NullMarked;
