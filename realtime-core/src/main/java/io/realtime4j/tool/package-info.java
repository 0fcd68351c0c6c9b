/**
 * Functions of the application that the model may call, and their outputs.
 */
@NullMarked
package io.realtime4j.tool;

import org.jspecify.annotations.NullMarked;
