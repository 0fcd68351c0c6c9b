package io.realtime4j.spring.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.guardrail.GuardrailEvent;
import io.realtime4j.guardrail.GuardrailListener;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.ConversationListener;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageListener;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.ResolvableType;

/**
 * Publishes each event of the server, each change of state, what happens to calls of
 * tools, what changes in the history, what is used and what guardrails do once, as
 * {@link RealtimeEvent}. Being closed, it publishes nothing any more.
 *
 * @since 0.1.0
 */
public class RealtimeEventPublisher implements RealtimeListener, ToolListener, UsageListener, GuardrailListener,
		ConversationListener, AutoCloseable {

	private final Map<Class<?>, ResolvableType> types = new ConcurrentHashMap<>();

	private final ApplicationEventPublisher publisher;

	private volatile boolean closed;

	/**
	 * Create a publisher.
	 * @param publisher takes the events, mostly the application context
	 */
	public RealtimeEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
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
	public void onToolEvent(RealtimeSession session, ToolEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onUsageEvent(RealtimeSession session, UsageEvent event) {
		publish(session, event, null);
	}

	@Override
	public void onGuardrailEvent(RealtimeSession session, GuardrailEvent event) {
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
		if (!this.closed) {
			ResolvableType type = this.types.computeIfAbsent(payload.getClass(), RealtimeEvent::typeOf);
			this.publisher.publishEvent(new RealtimeEvent<>(session, payload, json, type));
		}
	}

	/**
	 * Publish nothing from now on: the listeners are about to be destroyed.
	 */
	@Override
	public void close() {
		this.closed = true;
	}

}
