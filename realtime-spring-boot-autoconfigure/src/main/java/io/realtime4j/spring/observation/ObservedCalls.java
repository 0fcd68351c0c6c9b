package io.realtime4j.spring.observation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Calls of tools that are observed. One whose end was told before its tool began, for
 * example since its time was over, is remembered for a while: nobody would end it again.
 */
final class ObservedCalls {

	private static final int REMEMBERED = 1024;

	private final Map<Key, ObservedCall> running = new HashMap<>();

	private final Set<Key> ended = new LinkedHashSet<>();

	/**
	 * Add a call that begins.
	 * @param call the call
	 * @param observed its observation
	 * @return whether it is to be observed, since it has neither begun nor ended
	 */
	synchronized boolean begin(ToolCall call, ObservedCall observed) {
		Key key = Key.of(call);
		return !this.ended.remove(key) && this.running.putIfAbsent(key, observed) == null;
	}

	/**
	 * Remove a call that has ended.
	 * @param call the call
	 * @return its observation, or {@code null} if it has not begun
	 */
	synchronized @Nullable ObservedCall end(ToolCall call) {
		Key key = Key.of(call);
		ObservedCall observed = this.running.remove(key);
		if (observed == null && this.ended.add(key) && this.ended.size() > REMEMBERED) {
			this.ended.remove(this.ended.iterator().next());
		}
		return observed;
	}

	/**
	 * A call of a session.
	 *
	 * @param sessionId the id of the session
	 * @param responseId the id of the response
	 * @param callId the id of the call
	 */
	private record Key(String sessionId, String responseId, String callId) {

		static Key of(ToolCall call) {
			return new Key(call.session().id(), call.responseId(), call.callId());
		}

	}

}
