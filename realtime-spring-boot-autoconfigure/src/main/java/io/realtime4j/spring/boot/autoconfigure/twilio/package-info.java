/**
 * Auto-configuration of calls from Twilio.
 */
@NullMarked
package io.realtime4j.spring.boot.autoconfigure.twilio;

import org.jspecify.annotations.NullMarked;
