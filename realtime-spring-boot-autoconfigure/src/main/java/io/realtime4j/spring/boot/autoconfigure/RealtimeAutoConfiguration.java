package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.session.ConversationWatch;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionAdmission;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.credential.CredentialProvider;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.event.LoggingListenerErrorHandler;
import io.realtime4j.spring.event.RealtimeEventMulticaster;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import io.realtime4j.spring.event.TranslationEventPublisher;
import io.realtime4j.spring.logging.LoggingTranslationListener;
import io.realtime4j.spring.operation.Drain;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSpec;
import io.realtime4j.transport.RealtimeTransport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;

/**
 * {@link AutoConfiguration Auto-configuration} for realtime sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@EnableConfigurationProperties(RealtimeProperties.class)
@Import({ RealtimeTransportConfiguration.Netty.class, RealtimeTransportConfiguration.Spring.class,
		RealtimeTransportConfiguration.Missing.class, RealtimeSessionConfiguration.class,
		RealtimePlaybackConfiguration.class })
public final class RealtimeAutoConfiguration {

	RealtimeAutoConfiguration() {
	}

	@Bean("realtime4jConnectionDetails")
	@ConditionalOnMissingBean(RealtimeConnectionDetails.class)
	PropertiesRealtimeConnectionDetails realtimeConnectionDetails(RealtimeProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesRealtimeConnectionDetails(properties, sslBundles.getIfAvailable());
	}

	@Bean("realtime4jEndpoint")
	@ConditionalOnMissingBean
	RealtimeEndpoint realtimeEndpoint(RealtimeConnectionDetails details, RealtimeProperties properties,
			ObjectProvider<CredentialProvider> credentials,
			ObjectProvider<RealtimeHeadersCustomizer> headersCustomizers, RealtimeExecutors executors) {
		List<RealtimeHeadersCustomizer> customizers = headersCustomizers.orderedStream().toList();
		return RealtimeEndpointFactory.of(details, properties, credentials.orderedStream().toList(), customizers,
				() -> executors.bounded("realtime-credentials-", properties.getDispatch().getMaxThreads()));
	}

	@Bean("realtime4jExecutors")
	RealtimeExecutors realtimeExecutors(RealtimeProperties properties, Environment environment) {
		int maxThreads = properties.getDispatch().getMaxThreads();
		PropertyChecks.positive(maxThreads, "realtime.dispatch.max-threads");
		return new RealtimeExecutors(maxThreads, Threading.VIRTUAL.isActive(environment));
	}

	@Bean("realtime4jEventPublisher")
	@ConditionalOnMissingBean
	RealtimeEventPublisher realtimeEventPublisher(ApplicationEventPublisher publisher, RealtimeExecutors executors,
			RealtimeProperties properties, ApplicationContext context,
			ObjectProvider<RealtimeEventMulticaster> multicaster) {
		RealtimeEventPublisher result = new RealtimeEventPublisher(publisher, executors.listeners(),
				RealtimeClientConfigurer.limits(properties));
		if (publisher.equals(context) && context.getParent() == null) {
			// The listeners of a parent are known to another multicaster
			multicaster.ifUnique(result::askBefore);
		}
		return result;
	}

	@Bean("realtime4jEventLifecycle")
	RealtimeEventLifecycle realtimeEventLifecycle(RealtimeEventPublisher publisher,
			ObjectProvider<RealtimeSession> session) {
		return new RealtimeEventLifecycle(publisher, session);
	}

	@Bean("realtime4jConversationWatch")
	@ConditionalOnMissingBean
	ConversationWatch realtimeConversationWatch(RealtimeEventPublisher publisher) {
		return new ConversationWatch(publisher);
	}

	@Bean("realtime4jDrain")
	@ConditionalOnMissingBean
	Drain realtimeDrain() {
		return new Drain();
	}

	@Bean("realtime4jDrainLifecycle")
	DrainLifecycle realtimeDrainLifecycle(Drain drain, ApplicationContext context) {
		return new DrainLifecycle(drain, context);
	}

	@Bean("realtime4jAdmissionClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeAdmissionClientCustomizer(ObjectProvider<SessionAdmission> admissions) {
		return (builder) -> builder.admission(SessionAdmission.of(admissions.orderedStream().toList()));
	}

	@Bean("realtime4jListenerErrorHandler")
	@ConditionalOnMissingBean(ListenerErrorHandler.class)
	LoggingListenerErrorHandler realtimeListenerErrorHandler() {
		return new LoggingListenerErrorHandler();
	}

	@Bean("realtime4jClientConfigurer")
	RealtimeClientConfigurer realtimeClientConfigurer(RealtimeProperties properties, RealtimeExecutors executors,
			ObjectProvider<RealtimeListener> listeners, ListenerErrorHandler errorHandler,
			ObjectProvider<RealtimeClientBuilderCustomizer> customizers, ObjectProvider<SessionSpec> defaultSpec) {
		return new RealtimeClientConfigurer(properties, executors, listeners, errorHandler, customizers, defaultSpec);
	}

	@Bean("realtime4jClient")
	@ConditionalOnMissingBean(RealtimeClient.class)
	DefaultRealtimeClient realtimeClient(RealtimeTransport transport, RealtimeEndpoint endpoint,
			RealtimeClientConfigurer configurer) {
		return configurer.client(transport, endpoint);
	}

	// The client may be decorated, or one of the application's own that knows no
	// environment
	@Bean("realtime4jSessionEnvironment")
	@ConditionalOnBean(RealtimeTransport.class)
	SessionEnvironment realtimeSessionEnvironment(RealtimeTransport transport, RealtimeEndpoint endpoint,
			ObjectProvider<RealtimeClient> clients, RealtimeClientConfigurer configurer) {
		DefaultRealtimeClient client = (clients.getIfUnique() instanceof DefaultRealtimeClient unique) ? unique
				: configurer.client(transport, endpoint);
		return client.environment();
	}

	@Bean("realtime4jTranslationClient")
	@ConditionalOnBean(SessionEnvironment.class)
	@ConditionalOnMissingBean
	TranslationClient translationClient(SessionEnvironment environment, ObjectProvider<TranslationListener> listeners,
			RealtimeExecutors executors, RealtimeEventPublisher publisher,
			ObjectProvider<TranslationSpec> defaultSpec) {
		List<TranslationListener> all = new ArrayList<>();
		all.add(new LoggingTranslationListener());
		all.add(new TranslationEventPublisher(publisher));
		listeners.orderedStream().forEach(all::add);
		all.add(new ListenedTranslations(executors.listenedSessions()));
		return new TranslationClient(environment, all, () -> defaultSpec(defaultSpec));
	}

	private static TranslationSpec defaultSpec(ObjectProvider<TranslationSpec> defaultSpec) {
		TranslationSpec spec = defaultSpec.getIfAvailable();
		Assert.state(spec != null,
				"No bean of type TranslationSpec says what translations are by default: declare one");
		return spec;
	}

	@Bean("realtime4jClientLifecycle")
	RealtimeClientLifecycle realtimeClientLifecycle(ObjectProvider<RealtimeClient> clients,
			ObjectProvider<TranslationClient> translations, ObjectProvider<LiveClient> lives,
			RealtimeExecutors executors, RealtimeEventPublisher publisher, RealtimeProperties properties) {
		List<RealtimeClientLifecycle.Client> all = new ArrayList<>();
		clients.forEach((client) -> all.add(new RealtimeClientLifecycle.Client(client::sessions, client::close)));
		translations.forEach((client) -> all.add(new RealtimeClientLifecycle.Client(client::sessions, client::close)));
		lives.forEach((client) -> all.add(new RealtimeClientLifecycle.Client(client::sessions, client::close)));
		return new RealtimeClientLifecycle(all, executors.listenedSessions(), publisher, properties.getCloseTimeout());
	}

}
