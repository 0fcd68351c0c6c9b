/**
 * The model that decides what is answered.
 */
@NullMarked
package io.realtime4j.simulator.model;

import org.jspecify.annotations.NullMarked;
