/**
 * Telnyx media streaming. Applications that answer calls themselves use
 * {@link io.realtime4j.spring.phone.telnyx.TelnyxTickets} and
 * {@link io.realtime4j.spring.phone.telnyx.TelnyxCodec}, and nothing else.
 */
@NullMarked
package io.realtime4j.spring.phone.telnyx;

import org.jspecify.annotations.NullMarked;
