/**
 * Vonage Voice WebSockets. Applications that write NCCOs of their own use
 * {@link io.realtime4j.spring.phone.vonage.VonageTickets}, and nothing else.
 */
@NullMarked
package io.realtime4j.spring.phone.vonage;

import org.jspecify.annotations.NullMarked;
