/**
 * An embedded server that speaks the Realtime protocol, for development without a key and
 * tests without the network.
 */
@NullMarked
package io.realtime4j.simulator;

import org.jspecify.annotations.NullMarked;
