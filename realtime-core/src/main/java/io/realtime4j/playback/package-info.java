/**
 * Playback of the model's speech: its destination, the position that was heard, and
 * interruptions.
 */
@NullMarked
package io.realtime4j.playback;

import org.jspecify.annotations.NullMarked;
