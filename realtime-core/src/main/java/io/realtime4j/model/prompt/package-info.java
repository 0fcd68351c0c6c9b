/**
 * Stored prompts and the values of their variables.
 */
@NullMarked
package io.realtime4j.model.prompt;

import org.jspecify.annotations.NullMarked;
