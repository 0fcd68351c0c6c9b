/**
 * JSON trees, identifiers and errors in the words of the protocol.
 */
@NullMarked
package io.realtime4j.simulator.wire;

import org.jspecify.annotations.NullMarked;
