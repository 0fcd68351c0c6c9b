/**
 * Parts of messages, and the parts that a response streams.
 */
@NullMarked
package io.realtime4j.model.content;

import org.jspecify.annotations.NullMarked;
