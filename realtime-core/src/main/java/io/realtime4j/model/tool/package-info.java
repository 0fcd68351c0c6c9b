/**
 * Tools that the model may call, and how it chooses among them.
 */
@NullMarked
package io.realtime4j.model.tool;

import org.jspecify.annotations.NullMarked;
