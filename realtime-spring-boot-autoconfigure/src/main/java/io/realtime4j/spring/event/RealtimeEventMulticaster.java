package io.realtime4j.spring.event;

import java.util.function.Supplier;

import io.realtime4j.session.ListenerErrorHandler;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/**
 * The multicaster of Spring, except that what a listener throws on a
 * {@link RealtimeEvent} is reported and the listeners after it are called as if nothing
 * had happened. It is the same for all other events.
 *
 * @since 0.1.0
 */
public class RealtimeEventMulticaster extends SimpleApplicationEventMulticaster {

	private final Supplier<ListenerErrorHandler> errorHandler;

	/**
	 * Create a multicaster.
	 * @param errorHandler hears of exceptions; it is looked up when it is needed
	 */
	public RealtimeEventMulticaster(Supplier<ListenerErrorHandler> errorHandler) {
		this.errorHandler = errorHandler;
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

}
