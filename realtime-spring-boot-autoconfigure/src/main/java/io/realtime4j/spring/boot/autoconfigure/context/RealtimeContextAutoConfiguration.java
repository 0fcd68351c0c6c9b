package io.realtime4j.spring.boot.autoconfigure.context;

import io.micrometer.context.ContextSnapshotFactory;
import io.realtime4j.session.context.SessionContext;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.context.LogContext;
import io.realtime4j.spring.context.PropagatedContext;
import org.slf4j.MDC;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link AutoConfiguration Auto-configuration} for the contexts that listeners and tools
 * run in. {@link SessionContext} beans of the application join them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
public final class RealtimeContextAutoConfiguration {

	RealtimeContextAutoConfiguration() {
	}

	@Bean("realtime4jContextClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeContextClientCustomizer(ObjectProvider<SessionContext> contexts) {
		return (builder) -> builder.context(SessionContext.of(contexts.orderedStream().toList()));
	}

	/**
	 * Context of the thread that opened the session. It comes first: the log has the
	 * session's own id, whatever that thread had.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextSnapshotFactory.class)
	static class PropagationConfiguration {

		@Bean("realtime4jPropagatedContext")
		@ConditionalOnMissingBean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		PropagatedContext realtimePropagatedContext() {
			return new PropagatedContext(ContextSnapshotFactory.builder().build());
		}

	}

	/**
	 * The id of the session in the log.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MDC.class)
	static class LogConfiguration {

		@Bean("realtime4jLogContext")
		@ConditionalOnMissingBean
		@Order(Ordered.HIGHEST_PRECEDENCE + 1)
		LogContext realtimeLogContext() {
			return new LogContext();
		}

	}

}
