/**
 * Transport on Netty, for applications with and without Spring. Netty is seen by this
 * package alone.
 */
@NullMarked
package io.realtime4j.transport.netty;

import org.jspecify.annotations.NullMarked;
