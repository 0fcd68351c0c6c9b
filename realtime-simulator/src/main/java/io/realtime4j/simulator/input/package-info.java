/**
 * Input audio, its turns and its transcripts. For the simulator itself; applications do
 * not use it.
 */
@NullMarked
package io.realtime4j.simulator.input;

import org.jspecify.annotations.NullMarked;
