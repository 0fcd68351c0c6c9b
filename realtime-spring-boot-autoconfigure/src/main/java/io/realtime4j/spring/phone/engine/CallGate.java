package io.realtime4j.spring.phone.engine;

import java.util.function.BooleanSupplier;

import io.realtime4j.spring.bridge.access.SessionSlots;
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

	private final PhoneSettings settings;

	private final BooleanSupplier open;

	private final SessionSlots slots;

	/**
	 * Create a gate.
	 * @param settings the settings of the calls
	 * @param open tells whether any call may begin
	 */
	CallGate(PhoneSettings settings, BooleanSupplier open) {
		this.settings = settings;
		this.open = open;
		this.slots = new SessionSlots(settings.maxCalls());
	}

	/**
	 * Return why a call would be refused now.
	 * @param caller who calls
	 * @return the reason, or {@code null} if there is a place for it
	 */
	PhoneCallRefused.@Nullable Reason refusal(PhoneCaller caller) {
		boolean free = this.open.getAsBoolean() && this.slots.isFree(key(caller), this.settings.maxCallsPerCaller());
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
	SessionSlots.@Nullable Place enter(PhoneCaller caller) {
		return this.open.getAsBoolean() ? this.slots.place(key(caller), this.settings.maxCallsPerCaller()) : null;
	}

	private String key(PhoneCaller caller) {
		String from = caller.claimedFrom();
		if (from != null) {
			return from;
		}
		return this.settings.oneUnknownCaller() ? "" : "call " + caller.callId();
	}

}
