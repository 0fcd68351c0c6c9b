/**
 * Playback of the model's audio: where it goes, how much of it was heard, and how an
 * interruption is undone.
 */
@NullMarked
package io.realtime4j.playback;

import org.jspecify.annotations.NullMarked;
