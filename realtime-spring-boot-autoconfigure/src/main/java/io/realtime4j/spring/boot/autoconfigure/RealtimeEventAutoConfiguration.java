package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.event.EventMulticasterPostProcessor;
import io.realtime4j.spring.event.RealtimeEventListenerFactory;
import io.realtime4j.spring.event.RealtimeEventMulticaster;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.Ordered;

/**
 * {@link AutoConfiguration Auto-configuration} for the isolation of listeners: an
 * exception of one listener does not keep a realtime event from the others. Comes last,
 * so that a multicaster of the application or of another auto-configuration is left as it
 * is.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
public final class RealtimeEventAutoConfiguration {

	private RealtimeEventAutoConfiguration() {
	}

	@Bean("realtime4jEventListenerFactory")
	@ConditionalOnMissingBean
	static RealtimeEventListenerFactory realtimeEventListenerFactory(
			ObjectProvider<ListenerErrorHandler> errorHandler) {
		return new RealtimeEventListenerFactory(errorHandler::getObject);
	}

	@Bean("realtime4jEventMulticasterPostProcessor")
	@ConditionalOnMissingBean
	static EventMulticasterPostProcessor eventMulticasterPostProcessor() {
		return new EventMulticasterPostProcessor();
	}

	@Bean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
	@ConditionalOnMissingBean(name = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
			search = SearchStrategy.CURRENT)
	static RealtimeEventMulticaster applicationEventMulticaster(ObjectProvider<ListenerErrorHandler> errorHandler) {
		return new RealtimeEventMulticaster(errorHandler::getObject);
	}

}
