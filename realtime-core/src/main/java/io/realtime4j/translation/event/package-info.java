/**
 * Events of the {@code translation} protocol, one record for each; a type that the
 * {@code realtime} protocol has as well is a different event here.
 */
@NullMarked
package io.realtime4j.translation.event;

import org.jspecify.annotations.NullMarked;
