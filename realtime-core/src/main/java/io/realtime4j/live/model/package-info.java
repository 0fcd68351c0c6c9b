/**
 * The values that only the events of the {@code live} protocol have, and that more than
 * one kind of them has.
 */
@NullMarked
package io.realtime4j.live.model;

import org.jspecify.annotations.NullMarked;
