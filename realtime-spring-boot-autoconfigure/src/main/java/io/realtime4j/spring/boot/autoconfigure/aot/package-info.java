/**
 * Hints for native images.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
