/**
 * Configuration properties {@code realtime.session.*}.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.session;

import org.jspecify.annotations.NullMarked;
