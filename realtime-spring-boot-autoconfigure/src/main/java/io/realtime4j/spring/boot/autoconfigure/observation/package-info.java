/**
 * Auto-configuration of metrics.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
