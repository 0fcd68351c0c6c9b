package io.realtime4j.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;

import io.realtime4j.session.QueuedExecutor;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.usage.UsageTracker;
import org.jspecify.annotations.Nullable;

/**
 * A session whose conversation is written to a store, when a test says so.
 */
final class StoreFixture {

	final FlakyStore store;

	final QueuedExecutor executor = new QueuedExecutor();

	final List<StoreEvent> events = new ArrayList<>();

	private final ScriptedSession script;

	private @Nullable ConversationRecorder recorder;

	StoreFixture() {
		this(new FlakyStore(), UnaryOperator.identity());
	}

	StoreFixture(FlakyStore store, UnaryOperator<SessionSpec> equipment) {
		this.store = store;
		this.script = new ScriptedSession(this::usage,
				(spec) -> equipment.apply(spec.toBuilder().interceptor(this::record).build()));
	}

	private SessionInterceptor.Factory usage(ScheduledExecutorService timers) {
		this.recorder = ConversationRecorder.builder(this.store, this.executor, timers)
			.user((session) -> "ann")
			.maxLeftOver(0)
			.listener((session, event) -> this.events.add(event))
			.build();
		return UsageTracker.builder(Runnable::run).build();
	}

	private SessionInterceptor record(RealtimeSession session) {
		return recorder().create(session);
	}

	ConversationRecorder recorder() {
		if (this.recorder == null) {
			throw new IllegalStateException("There is no recorder yet");
		}
		return this.recorder;
	}

	ScriptedSession script() {
		return this.script;
	}

	RealtimeSession session() {
		return this.script.session();
	}

	String id() {
		return RecordedConversation.find(session()).conversationId();
	}

	void receive(String... texts) {
		for (String text : texts) {
			this.script.receive(text.replace('\'', '"'));
		}
	}

	/**
	 * Let some time pass, and all be written that is due then.
	 */
	void pass(Duration time) {
		this.script.advance(time);
		this.executor.runAll();
	}

	/**
	 * Let all be written that has changed.
	 */
	void settle() {
		pass(Duration.ofMillis(100));
	}

	StoredConversation stored() {
		return new StoredConversations(this.store).find(id()).orElseThrow();
	}

	List<String> types() {
		return this.events.stream().map(StoreEvent::type).toList();
	}

}
