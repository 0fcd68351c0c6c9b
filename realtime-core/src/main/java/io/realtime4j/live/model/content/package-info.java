/**
 * The content of questions and items that decisions are made from.
 */
@NullMarked
package io.realtime4j.live.model.content;

import org.jspecify.annotations.NullMarked;
