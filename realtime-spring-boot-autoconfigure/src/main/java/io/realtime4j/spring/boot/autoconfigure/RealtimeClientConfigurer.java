package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.logging.LoggingListener;
import io.realtime4j.transport.RealtimeTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes a client by the properties and the beans of the application.
 */
class RealtimeClientConfigurer {

	private final RealtimeProperties properties;

	private final RealtimeExecutors executors;

	private final ObjectProvider<RealtimeListener> listeners;

	private final ListenerErrorHandler errorHandler;

	private final ObjectProvider<RealtimeClientBuilderCustomizer> customizers;

	private final ObjectProvider<SessionSpec> defaultSpec;

	private @Nullable DefaultRealtimeClient client;

	RealtimeClientConfigurer(RealtimeProperties properties, RealtimeExecutors executors,
			ObjectProvider<RealtimeListener> listeners, ListenerErrorHandler errorHandler,
			ObjectProvider<RealtimeClientBuilderCustomizer> customizers, ObjectProvider<SessionSpec> defaultSpec) {
		this.properties = properties;
		this.executors = executors;
		this.listeners = listeners;
		this.errorHandler = errorHandler;
		this.customizers = customizers;
		this.defaultSpec = defaultSpec;
	}

	/**
	 * Return the client of the auto-configuration, also where the bean is another one.
	 * @param transport opens the connections
	 * @param endpoint the server
	 * @return the client, always the same
	 */
	synchronized DefaultRealtimeClient client(RealtimeTransport transport, RealtimeEndpoint endpoint) {
		DefaultRealtimeClient client = this.client;
		if (client == null) {
			client = configure(DefaultRealtimeClient.builder(transport, endpoint)).build();
			this.client = client;
		}
		return client;
	}

	private DefaultRealtimeClient.Builder configure(DefaultRealtimeClient.Builder builder) {
		builder.listenerExecutor(this.executors.listeners())
			.scheduler(this.executors.scheduler())
			.limits(limits(this.properties))
			.timeouts(timeouts())
			.keepAlive(RecoveryPropertiesMapper.keepAlive(this.properties.getKeepAlive()))
			.reconnect(RecoveryPropertiesMapper.reconnect(this.properties.getReconnect()))
			.errorHandler(this.errorHandler)
			.activity(this.executors.workingSessions())
			.defaultSpec(this.defaultSpec::getObject)
			.listener(new LoggingListener());
		this.listeners.orderedStream().forEach(builder::listener);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.listener(new RealtimeListener() {

			@Override
			public boolean wants(RealtimeSession session, ServerEvent event) {
				return false;
			}

			@Override
			public void onSessionEvent(RealtimeSession session, SessionEvent event) {
				RealtimeClientConfigurer.this.executors.listenedSessions().onSessionEvent(session, event);
			}

		});
	}

	static SessionLimits limits(RealtimeProperties properties) {
		InboxProperties inbox = properties.getInbox();
		OutboxProperties outbox = properties.getOutbox();
		PropertyChecks.positive(inbox.getMaxEvents(), "realtime.inbox.max-events");
		PropertyChecks.positive(inbox.getMaxSize().toBytes(), "realtime.inbox.max-size");
		PropertyChecks.positive(outbox.getMaxEvents(), "realtime.outbox.max-events");
		PropertyChecks.positive(outbox.getMaxSize().toBytes(), "realtime.outbox.max-size");
		return new SessionLimits(inbox.getMaxEvents(), inbox.getMaxSize().toBytes(), outbox.getMaxEvents(),
				outbox.getMaxSize().toBytes());
	}

	private SessionTimeouts timeouts() {
		PropertyChecks.positive(this.properties.getConnectTimeout(), "realtime.connect-timeout");
		PropertyChecks.positive(this.properties.getOpenTimeout(), "realtime.open-timeout");
		PropertyChecks.positive(this.properties.getCloseTimeout(), "realtime.close-timeout");
		PropertyChecks.positive(this.properties.getResponseTimeout(), "realtime.response-timeout");
		PropertyChecks.positive(this.properties.getAcknowledgementTimeout(), "realtime.acknowledgement-timeout");
		PropertyChecks.positive(this.properties.getPlaybackTimeout(), "realtime.playback-timeout");
		return new SessionTimeouts(this.properties.getConnectTimeout(), this.properties.getOpenTimeout(),
				this.properties.getCloseTimeout(), this.properties.getResponseTimeout(),
				this.properties.getAcknowledgementTimeout(), this.properties.getPlaybackTimeout());
	}

}
