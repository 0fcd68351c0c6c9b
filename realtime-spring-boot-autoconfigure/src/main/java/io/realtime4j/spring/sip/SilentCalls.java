package io.realtime4j.spring.sip;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Observation of calls whose nodes seem to be gone. What counts is how long this node has
 * seen no change, by its own clock. It belongs to one thread at a time.
 */
final class SilentCalls {

	private final Duration silence;

	private final Duration pause;

	private Map<String, Sighting> sightings = new HashMap<>();

	/**
	 * Create an observation.
	 * @param silence how long a call is silent before it is taken from a node that said
	 * nothing
	 * @param pause how long it is left alone after its node gave it up, which may be
	 * about to say that it is over
	 */
	SilentCalls(Duration silence, Duration pause) {
		this.silence = silence;
		this.pause = pause;
	}

	/**
	 * Look at the calls that seem to have no node, and forget the others.
	 * @param calls the calls
	 * @param nanos the time on a clock that always goes on
	 * @return those that were silent for long enough, those last that failed most often
	 */
	List<SipCallStore.SilentCall> look(List<SipCallStore.SilentCall> calls, long nanos) {
		Map<String, Sighting> seen = new HashMap<>();
		for (SipCallStore.SilentCall call : calls) {
			Sighting before = this.sightings.get(call.callId());
			seen.put(call.callId(),
					(before != null && before.call().equals(call)) ? before : new Sighting(call, nanos, 0));
		}
		this.sightings = seen;
		return calls.stream()
			.filter((call) -> isLongEnough(call, nanos))
			.sorted(Comparator.comparingInt(this::failures))
			.toList();
	}

	/**
	 * Note that a call could not be taken over, so that others come before it.
	 * @param call the call
	 */
	void onFailure(SipCallStore.SilentCall call) {
		this.sightings.computeIfPresent(call.callId(), (id, sighting) -> sighting.failed());
	}

	private int failures(SipCallStore.SilentCall call) {
		Sighting sighting = this.sightings.get(call.callId());
		return (sighting != null) ? sighting.failures() : 0;
	}

	private boolean isLongEnough(SipCallStore.SilentCall call, long nanos) {
		Sighting sighting = this.sightings.get(call.callId());
		Duration needed = call.released() ? this.pause : this.silence;
		return sighting != null && nanos - sighting.since() >= needed.toNanos();
	}

	/**
	 * A call as it was seen.
	 *
	 * @param call the call
	 * @param since since when it is like that
	 * @param failures how often it could not be taken over
	 */
	private record Sighting(SipCallStore.SilentCall call, long since, int failures) {

		Sighting failed() {
			return new Sighting(this.call, this.since, this.failures + 1);
		}

	}

}
