/**
 * Advice at the start about what is configured and probably wrong.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.advice;

import org.jspecify.annotations.NullMarked;
