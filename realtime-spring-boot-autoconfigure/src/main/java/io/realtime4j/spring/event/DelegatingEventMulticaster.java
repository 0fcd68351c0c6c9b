package io.realtime4j.spring.event;

import java.util.concurrent.Executor;
import java.util.function.Predicate;

import io.realtime4j.session.ListenerErrorHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;
import org.springframework.util.ErrorHandler;

/**
 * Internal multicaster that stands before that of the application, such as the one of
 * Spring Modulith, and knows its listeners: what nobody listens to need not be published.
 * All events go to the multicaster of the application.
 *
 * @since 0.1.0
 */
public class DelegatingEventMulticaster extends RealtimeEventMulticaster {

	/**
	 * Name of the multicaster of the application.
	 */
	public static final String DELEGATE = "realtime4jDelegateEventMulticaster";

	private final ApplicationEventMulticaster delegate;

	/**
	 * Create a multicaster.
	 * @param delegate the multicaster of the application
	 * @param errorHandler hears of exceptions
	 */
	public DelegatingEventMulticaster(@Qualifier(DELEGATE) ApplicationEventMulticaster delegate,
			ObjectProvider<ListenerErrorHandler> errorHandler) {
		super(errorHandler::getObject);
		this.delegate = delegate;
	}

	// The delegate first: who is asked from then on finds the listener there
	@Override
	public void addApplicationListener(ApplicationListener<?> listener) {
		this.delegate.addApplicationListener(listener);
		super.addApplicationListener(listener);
	}

	@Override
	public void addApplicationListenerBean(String listenerBeanName) {
		this.delegate.addApplicationListenerBean(listenerBeanName);
		super.addApplicationListenerBean(listenerBeanName);
	}

	@Override
	public void removeApplicationListener(ApplicationListener<?> listener) {
		this.delegate.removeApplicationListener(listener);
		super.removeApplicationListener(listener);
	}

	@Override
	public void removeApplicationListenerBean(String listenerBeanName) {
		this.delegate.removeApplicationListenerBean(listenerBeanName);
		super.removeApplicationListenerBean(listenerBeanName);
	}

	@Override
	public void removeApplicationListeners(Predicate<ApplicationListener<?>> predicate) {
		this.delegate.removeApplicationListeners(predicate);
		super.removeApplicationListeners(predicate);
	}

	@Override
	public void removeApplicationListenerBeans(Predicate<String> predicate) {
		this.delegate.removeApplicationListenerBeans(predicate);
		super.removeApplicationListenerBeans(predicate);
	}

	@Override
	public void removeAllListeners() {
		this.delegate.removeAllListeners();
		super.removeAllListeners();
	}

	// Who looks for the multicaster by its type finds this one
	@Override
	public void setTaskExecutor(@Nullable Executor taskExecutor) {
		if (this.delegate instanceof SimpleApplicationEventMulticaster simple) {
			simple.setTaskExecutor(taskExecutor);
		}
	}

	@Override
	public void setErrorHandler(@Nullable ErrorHandler errorHandler) {
		if (this.delegate instanceof SimpleApplicationEventMulticaster simple) {
			simple.setErrorHandler(errorHandler);
		}
	}

	@Override
	public void multicastEvent(ApplicationEvent event) {
		this.delegate.multicastEvent(event);
	}

	@Override
	public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType eventType) {
		this.delegate.multicastEvent(event, eventType);
	}

}
