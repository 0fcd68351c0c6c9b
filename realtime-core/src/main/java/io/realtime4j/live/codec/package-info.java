/**
 * Turns JSON text into events of the {@code live} protocol and back.
 */
@NullMarked
package io.realtime4j.live.codec;

import org.jspecify.annotations.NullMarked;
