/**
 * Events that a client sends, one record for each.
 */
@NullMarked
package io.realtime4j.event.client;

import org.jspecify.annotations.NullMarked;
