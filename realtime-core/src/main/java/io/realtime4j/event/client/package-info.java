/**
 * Events that a client sends, one record each.
 */
@NullMarked
package io.realtime4j.event.client;

import org.jspecify.annotations.NullMarked;
