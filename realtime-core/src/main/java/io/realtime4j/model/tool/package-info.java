/**
 * Tools that the model may call, and the choice among them.
 */
@NullMarked
package io.realtime4j.model.tool;

import org.jspecify.annotations.NullMarked;
