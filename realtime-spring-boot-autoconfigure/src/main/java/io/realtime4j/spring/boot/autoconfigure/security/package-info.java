/**
 * Paths of endpoints, for Spring Security. For the other auto-configurations;
 * applications do not use it.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
