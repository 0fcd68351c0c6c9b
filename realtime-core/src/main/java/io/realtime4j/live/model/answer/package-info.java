/**
 * Answers to the questions that were decided, and their cost.
 */
@NullMarked
package io.realtime4j.live.model.answer;

import org.jspecify.annotations.NullMarked;
