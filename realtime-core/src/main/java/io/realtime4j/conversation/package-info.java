/**
 * Pure projections of the stream of events: what was said so far.
 */
@NullMarked
package io.realtime4j.conversation;

import org.jspecify.annotations.NullMarked;
