/**
 * Codecs between events and JSON text, for both dialects of the protocol.
 * {@link io.realtime4j.codec.EventKinds} is for protocol families; applications do not
 * use that one.
 */
@NullMarked
package io.realtime4j.codec;

import org.jspecify.annotations.NullMarked;
