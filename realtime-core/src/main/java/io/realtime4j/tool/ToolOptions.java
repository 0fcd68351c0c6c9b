package io.realtime4j.tool;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Options for the calls of a tool.
 *
 * @param timeout the longest time that a call may run, or {@code null} for that of the
 * {@link ToolRunner}
 * @param approvalRequired whether each call needs the application's approval before it
 * runs
 * @param approvalTimeout the time after which a call that nobody approved is denied, or
 * {@code null} for that of the {@link ToolRunner}
 * @param followUp whether the model answers upon a result; a {@link ToolResult} can
 * decline that for itself, too
 * @param abandonedOnInterruption what becomes of a running call when its response is
 * cancelled: whether it is given up and the model told so, or finished and its result
 * sent
 * @param idempotent whether to run twice with the same arguments has the effect of
 * running once, so that a call that was cut off by the end of its node may run again
 * @since 0.1.0
 */
public record ToolOptions(@Nullable Duration timeout, boolean approvalRequired, @Nullable Duration approvalTimeout,
		boolean followUp, boolean abandonedOnInterruption, boolean idempotent) {

	private static final ToolOptions DEFAULTS = new ToolOptions(null, false, null, true, false);

	/**
	 * Create a new {@link ToolOptions} instance.
	 */
	public ToolOptions {
		requirePositive(timeout, "timeout");
		requirePositive(approvalTimeout, "approvalTimeout");
	}

	/**
	 * Create options of a tool that does not run again.
	 * @param timeout the longest time that a call may run, or {@code null}
	 * @param approvalRequired whether each call needs approval before it runs
	 * @param approvalTimeout the time after which a call that nobody approved is denied,
	 * or {@code null}
	 * @param followUp whether the model answers upon a result
	 * @param abandonedOnInterruption whether a running call is given up when its response
	 * is cancelled
	 */
	public ToolOptions(@Nullable Duration timeout, boolean approvalRequired, @Nullable Duration approvalTimeout,
			boolean followUp, boolean abandonedOnInterruption) {
		this(timeout, approvalRequired, approvalTimeout, followUp, abandonedOnInterruption, false);
	}

	/**
	 * Return the defaults: no approval, a response to each result, and running calls are
	 * finished.
	 * @return the options
	 */
	public static ToolOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with another time-out.
	 * @param timeout the longest time that a call may run
	 * @return the options
	 */
	public ToolOptions withTimeout(Duration timeout) {
		return new ToolOptions(timeout, this.approvalRequired, this.approvalTimeout, this.followUp,
				this.abandonedOnInterruption, this.idempotent);
	}

	/**
	 * Return these options with approval required.
	 * @return the options
	 */
	public ToolOptions withApproval() {
		return new ToolOptions(this.timeout, true, this.approvalTimeout, this.followUp, this.abandonedOnInterruption,
				this.idempotent);
	}

	/**
	 * Return these options with approval required within a time.
	 * @param timeout the time after which a call that nobody approved is denied
	 * @return the options
	 */
	public ToolOptions withApproval(Duration timeout) {
		return new ToolOptions(this.timeout, true, timeout, this.followUp, this.abandonedOnInterruption,
				this.idempotent);
	}

	/**
	 * Return these options for a tool whose results the model does not respond to.
	 * @return the options
	 */
	public ToolOptions withoutFollowUp() {
		return new ToolOptions(this.timeout, this.approvalRequired, this.approvalTimeout, false,
				this.abandonedOnInterruption, this.idempotent);
	}

	/**
	 * Return these options for a tool whose running calls are abandoned when their
	 * response is cancelled.
	 * @return the options
	 */
	public ToolOptions abandonOnInterruption() {
		return new ToolOptions(this.timeout, this.approvalRequired, this.approvalTimeout, this.followUp, true,
				this.idempotent);
	}

	/**
	 * Return these options for a tool that may run twice with the same arguments, since
	 * that has the effect of running once.
	 * @return the options
	 */
	public ToolOptions asIdempotent() {
		return new ToolOptions(this.timeout, this.approvalRequired, this.approvalTimeout, this.followUp,
				this.abandonedOnInterruption, true);
	}

	static void requirePositive(@Nullable Duration duration, String name) {
		if (duration != null && (duration.isNegative() || duration.isZero())) {
			throw new IllegalArgumentException("'" + name + "' must be longer than zero");
		}
	}

}
