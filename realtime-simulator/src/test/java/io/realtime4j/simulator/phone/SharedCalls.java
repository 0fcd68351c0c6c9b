package io.realtime4j.simulator.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.store.ConversationHeader;
import io.realtime4j.store.ConversationStore;

/**
 * The calls of all nodes.
 */
final class SharedCalls implements SipCallStore {

	private final Map<String, SilentCall> calls = new ConcurrentHashMap<>();

	private final Map<String, String> families = new ConcurrentHashMap<>();

	private final ConversationStore conversations;

	SharedCalls(ConversationStore conversations) {
		this.conversations = conversations;
	}

	boolean contains(String callId) {
		return this.calls.containsKey(callId);
	}

	@Override
	public void add(String callId, String family, String conversationId, Instant time) {
		this.families.put(callId, family);
		this.calls.put(callId, new SilentCall(callId, conversationId, null, time, false));
	}

	@Override
	public void remove(String callId) {
		this.calls.remove(callId);
	}

	@Override
	public List<SilentCall> silent(String family, Instant before, int limit) {
		return this.calls.values()
			.stream()
			.filter((call) -> family.equals(this.families.get(call.callId())))
			.map(this::now)
			.filter((call) -> call.released() || call.updatedAt().isBefore(before))
			.limit(limit)
			.toList();
	}

	private SilentCall now(SilentCall call) {
		ConversationHeader header = this.conversations.find(call.conversationId());
		return (header != null) ? new SilentCall(call.callId(), call.conversationId(), header.owner(),
				header.updatedAt(), header.endedAt() != null) : call;
	}

}
