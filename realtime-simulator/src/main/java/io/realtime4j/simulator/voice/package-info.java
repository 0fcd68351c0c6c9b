/**
 * The voice that speaks the answers.
 */
@NullMarked
package io.realtime4j.simulator.voice;

import org.jspecify.annotations.NullMarked;
