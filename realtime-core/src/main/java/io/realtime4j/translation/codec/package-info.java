/**
 * Turns JSON text into events of the {@code translation} protocol and back.
 */
@NullMarked
package io.realtime4j.translation.codec;

import org.jspecify.annotations.NullMarked;
