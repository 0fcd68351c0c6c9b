/**
 * Transport on Netty, for applications with and without Spring. No other package uses
 * Netty.
 */
@NullMarked
package io.realtime4j.transport.netty;

import org.jspecify.annotations.NullMarked;
