/**
 * Logging of sessions: the one place that decides what is logged. For auto-configuration;
 * applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.logging;

import org.jspecify.annotations.NullMarked;
