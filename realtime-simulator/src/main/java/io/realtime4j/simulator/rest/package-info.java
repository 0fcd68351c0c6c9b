/**
 * Resources that clients create over HTTP: client secrets and calls.
 */
@NullMarked
package io.realtime4j.simulator.rest;

import org.jspecify.annotations.NullMarked;
