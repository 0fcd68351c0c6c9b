/**
 * Checks of configuration properties, and their mapping to settings of sessions. For
 * auto-configuration; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.mapping;

import org.jspecify.annotations.NullMarked;
