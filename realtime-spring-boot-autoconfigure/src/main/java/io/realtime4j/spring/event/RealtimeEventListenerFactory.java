package io.realtime4j.spring.event;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.ListenerErrorHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Internal factory for {@link EventListener @EventListener} methods that can receive a
 * {@link RealtimeEvent}: an exception of such a method is reported, and the listeners
 * after it are called all the same. For all other events these listeners are those of
 * Spring.
 *
 * @since 0.1.0
 */
public class RealtimeEventListenerFactory implements EventListenerFactory, Ordered {

	private final Supplier<ListenerErrorHandler> errorHandler;

	/**
	 * Create a factory.
	 * @param errorHandler hears of exceptions; it is looked up when it is needed
	 */
	public RealtimeEventListenerFactory(Supplier<ListenerErrorHandler> errorHandler) {
		this.errorHandler = errorHandler;
	}

	/**
	 * Return the order: just before the factory of Spring that takes every method, after
	 * those that take special ones.
	 * @return the order
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return declaredTypes(method).anyMatch(RealtimeEventListenerFactory::hearsOfRealtimeEvents);
	}

	private static Stream<Class<?>> declaredTypes(Method method) {
		EventListener annotation = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
		return (annotation != null && annotation.classes().length > 0) ? Stream.of(annotation.classes())
				: Arrays.stream(method.getParameters()).map(Parameter::getType);
	}

	private static boolean hearsOfRealtimeEvents(Class<?> type) {
		return type.isAssignableFrom(RealtimeEvent.class) || type.isAssignableFrom(RealtimeMessage.class)
				|| RealtimeMessage.class.isAssignableFrom(type) || type == Record.class;
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		return new IsolatedListener(beanName, type, method, this.errorHandler);
	}

	/**
	 * A listener that keeps what it throws on a {@link RealtimeEvent} to itself.
	 */
	private static final class IsolatedListener extends ApplicationListenerMethodAdapter {

		private final Map<Class<?>, Arguments> arguments = new ConcurrentHashMap<>();

		private final Supplier<ListenerErrorHandler> errorHandler;

		IsolatedListener(String beanName, Class<?> type, Method method, Supplier<ListenerErrorHandler> errorHandler) {
			super(beanName, type, method);
			this.errorHandler = errorHandler;
		}

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			if (event instanceof RealtimeEvent<?> realtimeEvent) {
				ListenerIsolation.call(() -> super.onApplicationEvent(event), realtimeEvent, this.errorHandler);
			}
			else {
				super.onApplicationEvent(event);
			}
		}

		// To resolve generics takes longer than to decode an event, and comes out the
		// same for all events of a type
		@Override
		protected @Nullable Object @Nullable [] resolveArguments(ApplicationEvent event) {
			if (!(event instanceof RealtimeEvent<?> realtimeEvent)) {
				return super.resolveArguments(event);
			}
			Class<?> type = realtimeEvent.getPayload().getClass();
			Arguments known = this.arguments.get(type);
			if (known != null) {
				return known.of(realtimeEvent);
			}
			@Nullable Object @Nullable [] resolved = super.resolveArguments(event);
			this.arguments.put(type, Arguments.like(resolved, realtimeEvent));
			return resolved;
		}

	}

	/**
	 * The form in which a method takes the events of a type.
	 */
	private enum Arguments {

		/**
		 * The method does not hear of them.
		 */
		UNHEARD,

		/**
		 * The method takes no argument.
		 */
		NONE,

		/**
		 * The event itself.
		 */
		ENVELOPE,

		/**
		 * The payload of the event.
		 */
		PAYLOAD;

		static Arguments like(@Nullable Object @Nullable [] resolved, RealtimeEvent<?> event) {
			if (resolved == null) {
				return UNHEARD;
			}
			if (resolved.length == 0) {
				return NONE;
			}
			return event.equals(resolved[0]) ? ENVELOPE : PAYLOAD;
		}

		@Nullable Object @Nullable [] of(RealtimeEvent<?> event) {
			return switch (this) {
				case UNHEARD -> null;
				case NONE -> new Object[0];
				case ENVELOPE -> new Object[] { event };
				case PAYLOAD -> new Object[] { event.getPayload() };
			};
		}

	}

}
