/**
 * Connection details for realtime servers that Docker Compose runs.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.docker.compose;

import org.jspecify.annotations.NullMarked;
