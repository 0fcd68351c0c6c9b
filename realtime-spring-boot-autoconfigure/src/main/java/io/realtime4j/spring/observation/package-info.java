/**
 * Metrics of sessions.
 */
@NullMarked
package io.realtime4j.spring.observation;

import org.jspecify.annotations.NullMarked;
