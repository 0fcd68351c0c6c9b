package io.realtime4j.spring.boot.autoconfigure.sip;

import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for calls that come in by SIP.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.sip")
public class SipProperties {

	/**
	 * Whether calls that webhooks report are answered. When false, the application
	 * answers them itself.
	 */
	private boolean enabled = true;

	/**
	 * Protocol family of the sessions that calls have: realtime, which 'realtime.session'
	 * configures, or live, which 'realtime.live' does. The webhook that tells of the same
	 * call in the other family is ignored.
	 */
	private SessionFamily family = SessionFamily.REALTIME;

	/**
	 * Who answers calls.
	 */
	private Answer answer = Answer.APPLICATION;

	/**
	 * How long a call waits for an answer of the application before it is rejected. The
	 * service gives a call up after some five seconds.
	 */
	private Duration answerTimeout = Duration.ofSeconds(4);

	/**
	 * Largest number of calls at a time. Calls beyond it are rejected as busy.
	 */
	private int maxCalls = 100;

	/**
	 * Largest number of calls at a time of one number or SIP address, as the header From
	 * claims it, those that it has by carriers included. Those that withhold it count as
	 * one.
	 */
	private int maxCallsPerCaller = 5;

	/**
	 * How long calls may go on when the application stops, before they are hung up or
	 * handed over.
	 */
	private Duration drainTimeout = Duration.ofSeconds(20);

	/**
	 * Whether an application that stops or is drained leaves its calls to other nodes
	 * that have the same store, instead of hanging up. Only where there is always another
	 * node: a call that nobody takes goes on with a model that has no tools.
	 */
	private boolean handOverOnStop;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public SessionFamily getFamily() {
		return this.family;
	}

	public void setFamily(SessionFamily family) {
		this.family = family;
	}

	public Answer getAnswer() {
		return this.answer;
	}

	public void setAnswer(Answer answer) {
		this.answer = answer;
	}

	public Duration getAnswerTimeout() {
		return this.answerTimeout;
	}

	public void setAnswerTimeout(Duration answerTimeout) {
		this.answerTimeout = answerTimeout;
	}

	public int getMaxCalls() {
		return this.maxCalls;
	}

	public void setMaxCalls(int maxCalls) {
		this.maxCalls = maxCalls;
	}

	public int getMaxCallsPerCaller() {
		return this.maxCallsPerCaller;
	}

	public void setMaxCallsPerCaller(int maxCallsPerCaller) {
		this.maxCallsPerCaller = maxCallsPerCaller;
	}

	public Duration getDrainTimeout() {
		return this.drainTimeout;
	}

	public void setDrainTimeout(Duration drainTimeout) {
		this.drainTimeout = drainTimeout;
	}

	public boolean isHandOverOnStop() {
		return this.handOverOnStop;
	}

	public void setHandOverOnStop(boolean handOverOnStop) {
		this.handOverOnStop = handOverOnStop;
	}

	/**
	 * Who answers calls.
	 */
	public enum Answer {

		/**
		 * The IncomingCallHandler bean, or a listener of IncomingCall.
		 */
		APPLICATION,

		/**
		 * Every call is accepted with the configured session.
		 */
		AUTO

	}

}
