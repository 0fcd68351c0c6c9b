/**
 * Detection of speech by the energy of audio. For the simulator itself; applications do
 * not use it.
 */
@NullMarked
package io.realtime4j.simulator.vad;

import org.jspecify.annotations.NullMarked;
