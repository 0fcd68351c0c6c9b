/**
 * Functions of the application that the model may call, and the answers that it gets.
 */
@NullMarked
package io.realtime4j.tool;

import org.jspecify.annotations.NullMarked;
