/**
 * Auto-configuration that all carriers share. For those of the carriers; applications do
 * not use it.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.phone;

import org.jspecify.annotations.NullMarked;
