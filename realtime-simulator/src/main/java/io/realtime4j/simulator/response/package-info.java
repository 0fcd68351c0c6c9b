/**
 * Responses as they are streamed to the client.
 */
@NullMarked
package io.realtime4j.simulator.response;

import org.jspecify.annotations.NullMarked;
