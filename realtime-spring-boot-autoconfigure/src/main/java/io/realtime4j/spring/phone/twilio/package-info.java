/**
 * Twilio Media Streams. Applications that write TwiML of their own use
 * {@link io.realtime4j.spring.phone.twilio.TwilioTickets}, and nothing else.
 */
@NullMarked
package io.realtime4j.spring.phone.twilio;

import org.jspecify.annotations.NullMarked;
