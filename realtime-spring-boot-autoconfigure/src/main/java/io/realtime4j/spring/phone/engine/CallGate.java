package io.realtime4j.spring.phone.engine;

import java.util.function.BooleanSupplier;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls of a carrier may begin, where it asks for an answer and where it
 * opens the stream.
 */
final class CallGate {

	/**
	 * A carrier that does not get an answer asks again.
	 */
	private static final int REMEMBERED = 1024;

	private final RecentIds refused = new RecentIds(REMEMBERED);

	private final CallPlaces.Limits limits;

	private final BooleanSupplier open;

	private final CallPlaces places;

	/**
	 * Create a gate.
	 * @param limits how many calls there may be
	 * @param places counts all calls of the application
	 * @param open tells whether any call may begin
	 */
	CallGate(CallPlaces.Limits limits, CallPlaces places, BooleanSupplier open) {
		this.limits = limits;
		this.places = places;
		this.open = open;
	}

	/**
	 * Return why a call would be refused now.
	 * @param caller who calls
	 * @return the reason, or {@code null} if there is a place for it
	 */
	PhoneCallRefused.@Nullable Reason refusal(PhoneCaller caller) {
		boolean free = this.open.getAsBoolean() && this.places.isFree(caller, this.limits);
		return free ? null : reason();
	}

	/**
	 * Return why a call has no place.
	 */
	PhoneCallRefused.Reason reason() {
		return this.open.getAsBoolean() ? PhoneCallRefused.Reason.BUSY : PhoneCallRefused.Reason.STOPPING;
	}

	/**
	 * Return whether a call that is refused was not refused before.
	 * @param caller who calls
	 */
	synchronized boolean isNew(PhoneCaller caller) {
		return this.refused.add(caller.callId());
	}

	/**
	 * Take the place of a call.
	 * @param caller who calls
	 * @return the place, or {@code null} if there is none
	 */
	CallPlaces.@Nullable Place enter(PhoneCaller caller) {
		return this.open.getAsBoolean() ? this.places.take(caller, this.limits) : null;
	}

}
