/**
 * Connection details for realtime servers in containers.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
