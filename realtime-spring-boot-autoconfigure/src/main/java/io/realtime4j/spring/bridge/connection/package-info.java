/**
 * Connection of one page, whatever its protocol: frames, limits and the end. For the
 * bridge itself; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.bridge.connection;

import org.jspecify.annotations.NullMarked;
