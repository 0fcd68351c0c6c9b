/**
 * Codec between JSON text and the events of the {@code translation} protocol.
 */
@NullMarked
package io.realtime4j.translation.codec;

import org.jspecify.annotations.NullMarked;
