package io.realtime4j.spring.boot.autoconfigure.live;

import io.realtime4j.live.tool.DelegationListener;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.tool.LateTools;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.event.LiveEventPublisher;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import io.realtime4j.spring.logging.DelegationLogger;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runners for the work that live sessions delegate.
 */
@Configuration(proxyBeanMethods = false)
class LiveDelegationConfiguration {

	private static final String PREFIX = LiveDelegationMapper.PREFIX + "handler.";

	@Bean("realtime4jLateDelegationHandler")
	LateDelegationHandler lateDelegationHandler(ListableBeanFactory beanFactory) {
		return new LateDelegationHandler(beanFactory);
	}

	@Bean("realtime4jDelegationRunner")
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "realtime.live.delegation.handler.enabled", matchIfMissing = true)
	DelegationRunner delegationRunner(LiveProperties properties, RealtimeExecutors executors,
			LateDelegationHandler handler, ObjectProvider<DelegationListener> listeners,
			RealtimeEventPublisher publisher, ListenerErrorHandler errorHandler) {
		LiveDelegationProperties.Handler settings = properties.getDelegation().getHandler();
		PropertyChecks.positive(settings.getTimeout(), PREFIX + "timeout");
		PropertyChecks.notNegative(settings.getSettleTime(), PREFIX + "settle-time");
		PropertyChecks.positive(settings.getMaxRunning(), PREFIX + "max-running");
		DelegationRunner.Builder runner = DelegationRunner.builder(executors.tools(), executors.scheduler())
			.timeout(settings.getTimeout())
			.settleTime(settings.getSettleTime())
			.maxRunning(settings.getMaxRunning())
			.listenerExecutor(executors.listeners())
			.errorHandler(errorHandler)
			.listener(new DelegationLogger())
			.listener(new LiveEventPublisher(publisher));
		if (handler.isPresent()) {
			runner.handler(handler.give());
		}
		listeners.orderedStream().forEach(runner::listener);
		return runner.build();
	}

	@Bean("realtime4jLiveTools")
	LiveTools liveTools(ObjectProvider<ToolSet> tools, ObjectProvider<LateTools> lateTools) {
		return new LiveTools(tools, lateTools);
	}

	@Bean("realtime4jLiveToolRunner")
	@ConditionalOnBean(ToolRunner.class)
	@ConditionalOnMissingBean
	LiveToolRunner liveToolRunner(ToolRunner runner) {
		return new LiveToolRunner(runner);
	}

}
