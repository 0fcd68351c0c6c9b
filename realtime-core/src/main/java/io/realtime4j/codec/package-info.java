/**
 * Turns JSON text into events and back, in either dialect of the protocol.
 */
@NullMarked
package io.realtime4j.codec;

import org.jspecify.annotations.NullMarked;
