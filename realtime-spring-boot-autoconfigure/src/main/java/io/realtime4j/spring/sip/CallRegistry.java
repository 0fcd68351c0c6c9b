package io.realtime4j.spring.sip;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.realtime4j.spring.logging.LimitedLog;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.support.RecentIds;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The calls that are there, and what is published about them.
 */
final class CallRegistry {

	private static final Log logger = LogFactory.getLog(CallRegistry.class);

	private static final LimitedLog failures = new LimitedLog(logger);

	/**
	 * The service may tell of a call again, by another webhook.
	 */
	private static final int REMEMBERED = 1024;

	private final CallPlaces all;

	private final SipSettings settings;

	private final Consumer<Object> publisher;

	private final RecentIds known = new RecentIds(REMEMBERED);

	private final Map<String, CallPlaces.Place> places = new ConcurrentHashMap<>();

	private final Set<WaitingCall> waiting = ConcurrentHashMap.newKeySet();

	private final Set<AcceptedCall> accepted = ConcurrentHashMap.newKeySet();

	CallRegistry(CallPlaces all, SipSettings settings, Consumer<Object> publisher) {
		this.all = all;
		this.settings = settings;
		this.publisher = publisher;
	}

	/**
	 * Note a call that comes in.
	 * @return {@code false} if it came in before
	 */
	synchronized boolean isNew(String callId) {
		return this.known.add(callId);
	}

	/**
	 * Take a place for a call.
	 * @param call the call
	 * @return {@code false} if there are as many calls as may be
	 */
	synchronized boolean enter(WaitingCall call) {
		if (!take(call.caller(), true)) {
			return false;
		}
		this.waiting.add(call);
		return true;
	}

	/**
	 * Take a place for a call that no webhook reported here.
	 * @param callId the id of the call
	 * @return {@code false} if it is here already, or there are as many calls as may be
	 */
	synchronized boolean reserve(String callId) {
		return take(SipCaller.unknown(callId), false);
	}

	private boolean take(PhoneCaller caller, boolean oneUnknownCaller) {
		if (this.places.containsKey(caller.callId())) {
			return false;
		}
		CallPlaces.Place place = this.all.take(caller,
				new CallPlaces.Limits(this.settings.maxCalls(), this.settings.maxCallsPerCaller(), oneUnknownCaller));
		if (place != null) {
			this.places.put(caller.callId(), place);
		}
		return place != null;
	}

	void free(String callId) {
		CallPlaces.Place place = this.places.remove(callId);
		if (place != null) {
			place.release();
		}
	}

	void accepted(WaitingCall call, AcceptedCall accepted) {
		this.waiting.remove(call);
		begin(accepted, new SipCallAccepted(accepted));
	}

	void begin(AcceptedCall call, SipCallEvent event) {
		this.accepted.add(call);
		publish(event);
	}

	void ended(AcceptedCall call, SipCallEnd end) {
		this.accepted.remove(call);
		free(call.callId());
		publish(new SipCallEnded(call, end));
	}

	void leave(WaitingCall call, SipCallEvent event) {
		if (this.waiting.remove(call)) {
			free(call.callId());
		}
		publish(event);
	}

	/**
	 * Tell that a call was refused, in the words of all calls.
	 * @param call the call
	 * @param reason why it was rejected
	 */
	void refused(WaitingCall call, SipCallRejected.Reason reason) {
		PhoneCallRefused.Reason refusal = SipCaller.refusal(reason);
		if (refusal != null) {
			publish(new PhoneCallRefused(call.caller(), refusal));
		}
	}

	List<WaitingCall> waiting() {
		return List.copyOf(this.waiting);
	}

	List<AcceptedCall> accepted() {
		return List.copyOf(this.accepted);
	}

	private void publish(Object event) {
		try {
			this.publisher.accept(event);
		}
		catch (RuntimeException ex) {
			failures.error(event.getClass().getSimpleName(),
					"A listener of " + event.getClass().getSimpleName() + " failed", ex);
		}
	}

}
