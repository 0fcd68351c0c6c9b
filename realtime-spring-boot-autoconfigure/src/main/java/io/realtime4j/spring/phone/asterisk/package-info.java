/**
 * Calls from Asterisk over AudioSocket, or by its WebSocket channel. Applications that
 * let calls in by their UUID use
 * {@link io.realtime4j.spring.phone.asterisk.AsteriskTickets}, those that transfer calls
 * {@link io.realtime4j.spring.phone.asterisk.AsteriskTransfers}, and nothing else.
 */
@NullMarked
package io.realtime4j.spring.phone.asterisk;

import org.jspecify.annotations.NullMarked;
