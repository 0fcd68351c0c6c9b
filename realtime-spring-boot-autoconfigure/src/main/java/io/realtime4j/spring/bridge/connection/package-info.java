/**
 * Connection of one page, whatever it speaks: frames, bounds and the end. For the bridge
 * itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.connection;

import org.jspecify.annotations.NullMarked;
