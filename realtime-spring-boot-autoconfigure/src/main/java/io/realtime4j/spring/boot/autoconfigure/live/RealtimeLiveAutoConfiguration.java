package io.realtime4j.spring.boot.autoconfigure.live;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.DefaultLiveClient;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveConversationWatch;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.event.LiveEventPublisher;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import io.realtime4j.spring.logging.LoggingLiveListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.util.Assert;

/**
 * {@link AutoConfiguration Auto-configuration} for live sessions: a client of them, and
 * what they are by default.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeAutoConfiguration.class, RealtimeToolAutoConfiguration.class })
@EnableConfigurationProperties(LiveProperties.class)
@Import(LiveDelegationConfiguration.class)
public final class RealtimeLiveAutoConfiguration {

	RealtimeLiveAutoConfiguration() {
	}

	@Bean("realtime4jLiveSpec")
	@Conditional(OnLiveSettingsCondition.class)
	@ConditionalOnMissingBean
	LiveSpec liveSpec(LiveProperties properties, LateDelegationHandler handler, LiveTools tools,
			ObjectProvider<LiveSettingsCustomizer> settingsCustomizers,
			ObjectProvider<LiveSpecCustomizer> specCustomizers) {
		LiveSettings.Builder settings = LivePropertiesMapper.settings(properties);
		new LiveDelegationMapper(properties.getDelegation(), handler.isPresent()).map(settings);
		settingsCustomizers.orderedStream().forEach((customizer) -> customizer.customize(settings));
		LiveSettings built = settings.build();
		PropertyChecks.check(built.model() != null, LivePropertiesMapper.MODEL,
				"must be set to have live sessions, for example to gpt-live-1");
		LiveSpec.Builder spec = LiveSpec.builder(built);
		LivePropertiesMapper.map(properties, spec);
		tools.equip(spec);
		specCustomizers.orderedStream().forEach((customizer) -> customizer.customize(spec));
		return spec.build();
	}

	@Bean("realtime4jLiveConversationWatch")
	@ConditionalOnMissingBean
	LiveConversationWatch liveConversationWatch(RealtimeEventPublisher publisher) {
		return new LiveConversationWatch((session, change) -> publisher.publish(session, change, null));
	}

	@Bean("realtime4jLiveClient")
	@ConditionalOnBean(SessionEnvironment.class)
	@ConditionalOnMissingBean(LiveClient.class)
	DefaultLiveClient liveClient(SessionEnvironment environment, ObjectProvider<LiveListener> listeners,
			ObjectProvider<LiveInterceptor.Factory> interceptors, ObjectProvider<LiveSpec> defaultSpec, LiveTools tools,
			RealtimeEventPublisher publisher, RealtimeExecutors executors) {
		List<LiveListener> all = new ArrayList<>();
		all.add(new LoggingLiveListener());
		all.add(new LiveEventPublisher(publisher));
		listeners.orderedStream().forEach(all::add);
		all.add(new ListenedLiveSessions(executors.listenedSessions()));
		return new DefaultLiveClient(environment, all, interceptors.orderedStream().toList(),
				() -> tools.complete(defaultSpec(defaultSpec)));
	}

	private static LiveSpec defaultSpec(ObjectProvider<LiveSpec> defaultSpec) {
		LiveSpec spec = defaultSpec.getIfAvailable();
		Assert.state(spec != null, "Nothing says what live sessions are by default: set '" + LivePropertiesMapper.MODEL
				+ "', or declare a bean of type LiveSpec");
		return spec;
	}

}
