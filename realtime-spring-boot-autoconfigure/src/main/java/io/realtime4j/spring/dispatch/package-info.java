/**
 * Threads that sessions run on. For auto-configuration; applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.dispatch;

import org.jspecify.annotations.NullMarked;
