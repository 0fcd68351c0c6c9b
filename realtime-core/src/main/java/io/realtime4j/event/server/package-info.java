/**
 * Events that a server sends, one record for each.
 */
@NullMarked
package io.realtime4j.event.server;

import org.jspecify.annotations.NullMarked;
