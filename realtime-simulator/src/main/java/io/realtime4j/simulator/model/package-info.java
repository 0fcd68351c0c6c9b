/**
 * Port to a model, which decides on the replies.
 */
@NullMarked
package io.realtime4j.simulator.model;

import org.jspecify.annotations.NullMarked;
