/**
 * What becomes of the audio of the model: where it is played, what of it was heard, and
 * what an interruption has to undo.
 */
@NullMarked
package io.realtime4j.playback;

import org.jspecify.annotations.NullMarked;
