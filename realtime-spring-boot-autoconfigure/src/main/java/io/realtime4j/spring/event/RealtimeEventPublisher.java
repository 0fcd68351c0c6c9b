package io.realtime4j.spring.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.guardrail.GuardrailEvent;
import io.realtime4j.guardrail.GuardrailListener;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.ConversationWatch;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.store.StoreEvent;
import io.realtime4j.store.StoreListener;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.ResolvableType;

/**
 * Internal publisher of everything that happens in sessions, as {@link RealtimeEvent}. It
 * may hold events until the listeners of the application are there. Being closed, it
 * publishes nothing until it is opened again.
 *
 * @since 0.1.0
 */
public class RealtimeEventPublisher implements RealtimeListener, ToolListener, UsageListener, GuardrailListener,
		ConversationWatch.Listener, StoreListener, AutoCloseable {

	private final Map<Class<?>, ResolvableType> types = new ConcurrentHashMap<>();

	private final ApplicationEventPublisher publisher;

	private final EventGate gate;

	private volatile @Nullable RealtimeEventMulticaster multicaster;

	/**
	 * Create a publisher that publishes at once.
	 * @param publisher takes the events, mostly the application context
	 */
	public RealtimeEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
		this.gate = new EventGate(publisher::publishEvent, Runnable::run, SessionLimits.defaults(), true);
	}

	/**
	 * Create a publisher that holds events until it is opened.
	 * @param publisher takes the events, mostly the application context
	 * @param executor publishes what was held
	 * @param limits how much of a session is held until it reads no further, by the
	 * limits of its inbox
	 */
	public RealtimeEventPublisher(ApplicationEventPublisher publisher, Executor executor, SessionLimits limits) {
		this.publisher = publisher;
		this.gate = new EventGate(publisher::publishEvent, executor, limits, false);
	}

	/**
	 * Publish only what a listener wants, and ask for nothing else.
	 * @param multicaster knows the listeners of all that is published
	 */
	public void askBefore(RealtimeEventMulticaster multicaster) {
		this.multicaster = multicaster;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return isWanted(session, event);
	}

	/**
	 * Return whether something of a session of any protocol family is wanted.
	 * @param session the session
	 * @param payload what happens in it
	 * @return {@code false} if it is known that nobody listens
	 */
	boolean isWanted(VoiceSession session, RealtimeMessage payload) {
		RealtimeEventMulticaster asked = this.multicaster;
		return asked == null || !this.gate.isClear() || !asked.isUnheard(session, payload);
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		publish(session, event, json);
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onUsageEvent(VoiceSession session, UsageEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onGuardrailEvent(VoiceSession session, GuardrailEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onStoreEvent(VoiceSession session, StoreEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onConversationChange(RealtimeSession session, ConversationChanged change) {
		publish(session, change, null);
	}

	/**
	 * Publish what happened in a session of any protocol family.
	 * @param session the session
	 * @param payload what happened
	 * @param json the text as received, or {@code null} if it did not come from the
	 * server
	 */
	public void publish(VoiceSession session, RealtimeMessage payload, @Nullable String json) {
		if (!isWanted(session, payload)) {
			return;
		}
		ResolvableType type = this.types.computeIfAbsent(payload.getClass(), RealtimeEvent::typeOf);
		RealtimeEvent<?> event = new RealtimeEvent<>(session, payload, json, type);
		RealtimeEventMulticaster asked = this.multicaster;
		if (this.gate.isClear()) {
			if (asked == null || asked.isHeard(event)) {
				this.publisher.publishEvent(event);
			}
		}
		else {
			this.gate.pass(new Lane(session, order(payload)), event);
		}
	}

	// Tools, delegated work, usage, guardrails and stores are told in orders of their own
	private static Class<?> order(RealtimeMessage payload) {
		return Stream
			.of(ToolEvent.class, DelegationEvent.class, UsageEvent.class, GuardrailEvent.class, StoreEvent.class)
			.filter((kind) -> kind.isInstance(payload))
			.findFirst()
			.orElse(RealtimeMessage.class);
	}

	/**
	 * Publish what was held, and publish at once from now on: the listeners are there.
	 */
	public void open() {
		this.gate.open();
	}

	/**
	 * Publish nothing until this is opened again: the listeners are about to be
	 * destroyed.
	 */
	@Override
	public void close() {
		this.gate.close();
	}

	/**
	 * One order of events.
	 *
	 * @param session the session
	 * @param kind the kind of events that are told in this order
	 */
	private record Lane(VoiceSession session, Class<?> kind) {

	}

}
