/**
 * Small helpers that many packages of this library share. Applications do not use it.
 */
@NullMarked
package io.realtime4j.support;

import org.jspecify.annotations.NullMarked;
