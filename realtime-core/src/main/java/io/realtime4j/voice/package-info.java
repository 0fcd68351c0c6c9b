/**
 * What takes part in a session that speaks: it plays, and can be interrupted.
 */
@NullMarked
package io.realtime4j.voice;

import org.jspecify.annotations.NullMarked;
