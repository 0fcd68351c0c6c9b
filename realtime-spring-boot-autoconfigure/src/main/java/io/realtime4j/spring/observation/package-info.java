/**
 * Metrics of sessions. For auto-configuration; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.observation;

import org.jspecify.annotations.NullMarked;
