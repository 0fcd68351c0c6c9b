/**
 * Content parts of messages, and parts that a response streams.
 */
@NullMarked
package io.realtime4j.model.content;

import org.jspecify.annotations.NullMarked;
