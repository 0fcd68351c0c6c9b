/**
 * The parts of the Responses API that tools need: calls, their outputs, and the events
 * that carry them. All others are kept as their JSON.
 */
@NullMarked
package io.realtime4j.live.model.response;

import org.jspecify.annotations.NullMarked;
