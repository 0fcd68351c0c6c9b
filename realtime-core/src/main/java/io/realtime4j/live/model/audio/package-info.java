/**
 * The audio settings of a live session: one format for both directions, and the voice.
 */
@NullMarked
package io.realtime4j.live.model.audio;

import org.jspecify.annotations.NullMarked;
