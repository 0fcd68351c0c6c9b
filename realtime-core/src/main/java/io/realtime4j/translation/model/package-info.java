/**
 * Values that only the events of the {@code translation} protocol have.
 */
@NullMarked
package io.realtime4j.translation.model;

import org.jspecify.annotations.NullMarked;
