/**
 * The port to a WebSocket: text in, text out. Sessions stand on it and know no library
 * behind it.
 */
@NullMarked
package io.realtime4j.transport;

import org.jspecify.annotations.NullMarked;
