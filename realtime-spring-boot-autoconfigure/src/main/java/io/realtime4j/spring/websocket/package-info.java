/**
 * The transport of sessions on the WebSocket client of Spring.
 */
@NullMarked
package io.realtime4j.spring.websocket;

import org.jspecify.annotations.NullMarked;
