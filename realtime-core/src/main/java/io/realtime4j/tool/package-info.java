/**
 * Functions of the application that the model may call, and their outputs.
 * {@link io.realtime4j.tool.DelegatedCalls} and {@link io.realtime4j.tool.ToolOutputPort}
 * are for other protocol families; applications do not use those.
 */
@NullMarked
package io.realtime4j.tool;

import org.jspecify.annotations.NullMarked;
