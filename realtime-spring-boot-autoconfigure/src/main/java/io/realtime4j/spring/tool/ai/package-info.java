/**
 * Tools of Spring AI for the model, and its memory for what was said.
 */
@NullMarked
package io.realtime4j.spring.tool.ai;

import org.jspecify.annotations.NullMarked;
