/**
 * Playback of live sessions, whose output never stops, for pages and phones. Applications
 * do not use it.
 */
@NullMarked
package io.realtime4j.spring.playback;

import org.jspecify.annotations.NullMarked;
