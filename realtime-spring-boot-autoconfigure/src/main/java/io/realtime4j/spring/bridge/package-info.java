/**
 * The bridge: a WebSocket endpoint of the application through which pages in browsers
 * talk to realtime sessions of the server.
 */
@NullMarked
package io.realtime4j.spring.bridge;

import org.jspecify.annotations.NullMarked;
