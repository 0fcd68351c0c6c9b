package io.realtime4j.spring.sip;

import java.time.Duration;

/**
 * Limits of incoming calls over SIP.
 *
 * @param answerTimeout how long a call waits for an answer before it is rejected
 * @param maxCalls how many calls there may be at a time
 * @param maxCallsPerCaller how many calls of one caller there may be at a time
 * @param drainTimeout how long calls may go on when the application stops
 * @since 0.1.0
 */
public record SipSettings(Duration answerTimeout, int maxCalls, int maxCallsPerCaller, Duration drainTimeout) {
}
