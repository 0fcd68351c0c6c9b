/**
 * Client secrets and calls, which clients create over HTTP. Tests use
 * {@link io.realtime4j.simulator.rest.SimulatedCall}, and nothing else of this package.
 */
@NullMarked
package io.realtime4j.simulator.rest;

import org.jspecify.annotations.NullMarked;
