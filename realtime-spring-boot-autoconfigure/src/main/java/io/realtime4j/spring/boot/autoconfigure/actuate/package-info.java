/**
 * Auto-configuration for the actuator.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
