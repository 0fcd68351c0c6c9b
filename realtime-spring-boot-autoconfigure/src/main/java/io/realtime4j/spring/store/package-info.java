/**
 * Stored conversations in an application. For auto-configuration; applications do not use
 * it.
 */
@NullMarked
package io.realtime4j.spring.store;

import org.jspecify.annotations.NullMarked;
