/**
 * Port to a voice, and two voices.
 */
@NullMarked
package io.realtime4j.simulator.voice;

import org.jspecify.annotations.NullMarked;
