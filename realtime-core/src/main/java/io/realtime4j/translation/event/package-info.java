/**
 * The events of the {@code translation} protocol, one record each; a type that the
 * {@code realtime} protocol has too is another event here.
 */
@NullMarked
package io.realtime4j.translation.event;

import org.jspecify.annotations.NullMarked;
