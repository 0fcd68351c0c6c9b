/**
 * Auto-configuration of what the actuator shows of this library.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
