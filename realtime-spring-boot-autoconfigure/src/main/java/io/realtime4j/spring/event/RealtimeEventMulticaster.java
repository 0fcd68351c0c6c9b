package io.realtime4j.spring.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/**
 * Internal multicaster that reports exceptions of listeners to a {@link RealtimeEvent}
 * and still calls the listeners after them. It is the same for all other events.
 *
 * @since 0.1.0
 */
public class RealtimeEventMulticaster extends SimpleApplicationEventMulticaster {

	private final Supplier<ListenerErrorHandler> errorHandler;

	// Made anew when listeners come or go
	private volatile Map<EventKind, Boolean> heard = new ConcurrentHashMap<>();

	/**
	 * Create a multicaster.
	 * @param errorHandler hears of exceptions; it is looked up when it is needed
	 */
	public RealtimeEventMulticaster(Supplier<ListenerErrorHandler> errorHandler) {
		this.errorHandler = errorHandler;
	}

	/**
	 * Return whether events of a type are known to have no listener. Never looks for
	 * listeners, which may have to be made.
	 * @param session the session
	 * @param payload what happens in it
	 * @return {@code false} if there is a listener, or it is not known
	 */
	boolean isUnheard(VoiceSession session, RealtimeMessage payload) {
		return Boolean.FALSE.equals(this.heard.get(EventKind.of(session, payload)));
	}

	/**
	 * Return whether an event has a listener. Found out once for all events of its type.
	 * @param event the event
	 * @return whether it has one
	 */
	boolean isHeard(RealtimeEvent<?> event) {
		Map<EventKind, Boolean> known = this.heard;
		EventKind kind = EventKind.of((VoiceSession) event.getSource(), event.getPayload());
		Boolean result = known.get(kind);
		if (result == null) {
			result = !getApplicationListeners(event, event.getResolvableType()).isEmpty();
			known.put(kind, result);
		}
		return result;
	}

	@Override
	public void addApplicationListener(ApplicationListener<?> listener) {
		super.addApplicationListener(listener);
		forget();
	}

	@Override
	public void addApplicationListenerBean(String listenerBeanName) {
		super.addApplicationListenerBean(listenerBeanName);
		forget();
	}

	@Override
	public void removeApplicationListener(ApplicationListener<?> listener) {
		super.removeApplicationListener(listener);
		forget();
	}

	@Override
	public void removeApplicationListenerBean(String listenerBeanName) {
		super.removeApplicationListenerBean(listenerBeanName);
		forget();
	}

	@Override
	public void removeApplicationListeners(Predicate<ApplicationListener<?>> predicate) {
		super.removeApplicationListeners(predicate);
		forget();
	}

	@Override
	public void removeApplicationListenerBeans(Predicate<String> predicate) {
		super.removeApplicationListenerBeans(predicate);
		forget();
	}

	@Override
	public void removeAllListeners() {
		super.removeAllListeners();
		forget();
	}

	// Whoever looks for listeners at this time writes into what nobody reads any longer
	private void forget() {
		this.heard = new ConcurrentHashMap<>();
	}

	@Override
	protected void invokeListener(ApplicationListener<?> listener, ApplicationEvent event) {
		if (event instanceof RealtimeEvent<?> realtimeEvent) {
			ListenerIsolation.call(() -> super.invokeListener(listener, event), realtimeEvent, this.errorHandler);
		}
		else {
			super.invokeListener(listener, event);
		}
	}

	/**
	 * Kind of events that have the same listeners.
	 *
	 * @param session the type of the session
	 * @param payload the type of what happens in it
	 */
	private record EventKind(Class<?> session, Class<?> payload) {

		static EventKind of(VoiceSession session, Object payload) {
			return new EventKind(session.getClass(), payload.getClass());
		}

	}

}
