/**
 * The model of a simulator that was given no other: honest, brief, and fond of tools.
 */
@NullMarked
package io.realtime4j.simulator.model.standard;

import org.jspecify.annotations.NullMarked;
