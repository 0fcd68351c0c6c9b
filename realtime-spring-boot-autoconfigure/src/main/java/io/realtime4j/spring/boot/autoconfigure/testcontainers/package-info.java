/**
 * Connections to containers that serve the realtime protocol.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
