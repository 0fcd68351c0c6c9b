package io.realtime4j.spring.phone.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import org.jspecify.annotations.Nullable;

/**
 * Internal count of the calls of an application, of all carriers and by SIP: in total, of
 * each carrier, in whatever way its calls come, and of each caller.
 */
public final class CallPlaces {

	private static final Pattern NUMBER = Pattern.compile("\\+?(\\d+)");

	private final Map<String, Integer> carriers = new HashMap<>();

	private final Map<String, Integer> callers = new HashMap<>();

	private final int max;

	private int total;

	/**
	 * Create a count.
	 * @param max the most calls at a time in total
	 */
	public CallPlaces(int max) {
		this.max = max;
	}

	/**
	 * Return whether a call would get a place now.
	 * @param caller who calls
	 * @param limits how many calls there may be
	 * @return whether there is one
	 */
	public synchronized boolean isFree(PhoneCaller caller, Limits limits) {
		return this.total < this.max && this.carriers.getOrDefault(caller.carrier(), 0) < limits.maxCalls()
				&& this.callers.getOrDefault(key(caller, limits), 0) < limits.maxCallsPerCaller();
	}

	/**
	 * Take a place.
	 * @param caller who calls
	 * @param limits how many calls there may be
	 * @return the place, or {@code null} if there is none
	 */
	public synchronized @Nullable Place take(PhoneCaller caller, Limits limits) {
		if (!isFree(caller, limits)) {
			return null;
		}
		String key = key(caller, limits);
		this.total++;
		this.carriers.merge(caller.carrier(), 1, Integer::sum);
		this.callers.merge(key, 1, Integer::sum);
		return new Place(this, caller.carrier(), key, new AtomicBoolean());
	}

	private synchronized void release(Place place) {
		this.total--;
		decrement(this.carriers, place.carrier());
		decrement(this.callers, place.key());
	}

	private static void decrement(Map<String, Integer> counts, String key) {
		counts.computeIfPresent(key, (same, count) -> (count > 1) ? count - 1 : null);
	}

	// Some carriers tell numbers with a plus, and some without
	private static String key(PhoneCaller caller, Limits limits) {
		String from = caller.claimedFrom();
		if (from != null) {
			return "from " + NUMBER.matcher(from).replaceFirst("$1");
		}
		return limits.oneUnknownCaller() ? "unknown " + caller.carrier()
				: "call " + caller.carrier() + " " + caller.callId();
	}

	/**
	 * Internal limits of the calls of a carrier.
	 *
	 * @param maxCalls the most calls of the carrier at a time
	 * @param maxCallsPerCaller the most calls of one caller at a time, of all carriers
	 * @param oneUnknownCaller whether all calls of the carrier without a number are those
	 * of one caller
	 */
	public record Limits(int maxCalls, int maxCallsPerCaller, boolean oneUnknownCaller) {
	}

	/**
	 * Internal place of a call.
	 *
	 * @param places where it is counted
	 * @param carrier the carrier of the call
	 * @param key who calls
	 * @param free whether it was given back
	 */
	public record Place(CallPlaces places, String carrier, String key, AtomicBoolean free) {

		/**
		 * Give the place back, once, however often that is tried.
		 */
		public void release() {
			if (this.free.compareAndSet(false, true)) {
				this.places.release(this);
			}
		}

		/**
		 * Return a text without the caller.
		 */
		@Override
		public String toString() {
			return "Place[carrier=" + this.carrier + "]";
		}

	}

}
