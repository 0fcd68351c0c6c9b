package io.realtime4j.spring.boot.autoconfigure.phone;

import java.time.Duration;

/**
 * Internal base of the configuration properties of all carriers, about their calls.
 */
public abstract class PhoneCallProperties {

	/**
	 * How long a call may take from its webhook to its stream.
	 */
	private Duration ticketLifetime = Duration.ofMinutes(1);

	/**
	 * How much audio of a caller is put together before it is passed on, from 20 ms on.
	 * More needs fewer messages, and delays the answer.
	 */
	private Duration joinedAudio = Duration.ofMillis(60);

	/**
	 * Largest number of calls at a time. Calls beyond it hear a busy signal, or end at
	 * once where the carrier has none.
	 */
	private int maxCalls = 100;

	/**
	 * How long a stream may take to say which call it is for.
	 */
	private Duration startTimeout = Duration.ofSeconds(10);

	/**
	 * How long a stream may send nothing before its call ends.
	 */
	private Duration idleTimeout = Duration.ofSeconds(30);

	/**
	 * How long calls may go on when the application stops, before they are hung up.
	 */
	private Duration drainTimeout = Duration.ofSeconds(20);

	public Duration getTicketLifetime() {
		return this.ticketLifetime;
	}

	public void setTicketLifetime(Duration ticketLifetime) {
		this.ticketLifetime = ticketLifetime;
	}

	public Duration getJoinedAudio() {
		return this.joinedAudio;
	}

	public void setJoinedAudio(Duration joinedAudio) {
		this.joinedAudio = joinedAudio;
	}

	public int getMaxCalls() {
		return this.maxCalls;
	}

	public void setMaxCalls(int maxCalls) {
		this.maxCalls = maxCalls;
	}

	public Duration getStartTimeout() {
		return this.startTimeout;
	}

	public void setStartTimeout(Duration startTimeout) {
		this.startTimeout = startTimeout;
	}

	public Duration getIdleTimeout() {
		return this.idleTimeout;
	}

	public void setIdleTimeout(Duration idleTimeout) {
		this.idleTimeout = idleTimeout;
	}

	public Duration getDrainTimeout() {
		return this.drainTimeout;
	}

	public void setDrainTimeout(Duration drainTimeout) {
		this.drainTimeout = drainTimeout;
	}

	public abstract int getMaxCallsPerCaller();

}
