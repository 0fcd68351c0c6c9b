/**
 * Conversations with services that announce less than others.
 */
@NullMarked
package io.realtime4j.simulator.lean;

import org.jspecify.annotations.NullMarked;
