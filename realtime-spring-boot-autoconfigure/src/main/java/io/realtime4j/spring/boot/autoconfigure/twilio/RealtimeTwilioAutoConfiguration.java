package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.http.BridgeHandshakeHandler;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.twilio.TwilioCalls;
import io.realtime4j.spring.phone.twilio.TwilioDialect;
import io.realtime4j.spring.phone.twilio.TwilioHandshakeInterceptor;
import io.realtime4j.spring.phone.twilio.TwilioSignature;
import io.realtime4j.spring.phone.twilio.TwilioTickets;
import io.realtime4j.spring.phone.twilio.TwilioVoiceHandler;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} for calls from Twilio.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.twilio.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@EnableConfigurationProperties(TwilioProperties.class)
public final class RealtimeTwilioAutoConfiguration {

	static final String LINES = "realtime4jTwilioLines";

	/**
	 * Before the resources of the application, which take any path.
	 */
	private static final int ORDER = 1;

	private static final InstantSource CLOCK = Clock.systemUTC();

	RealtimeTwilioAutoConfiguration() {
	}

	@Bean("realtime4jWebhookIds")
	@ConditionalOnMissingBean
	WebhookIds realtimeTwilioUsedTickets() {
		return new InMemoryWebhookIds(CLOCK);
	}

	@Bean("realtime4jTwilioTickets")
	@ConditionalOnMissingBean
	TwilioTickets realtimeTwilioTickets(TwilioProperties properties, WebhookIds used) {
		return new TwilioTickets(TwilioPropertiesMapper.authToken(properties),
				TwilioPropertiesMapper.mediaUrl(properties), TwilioPropertiesMapper.ticketLifetime(properties), CLOCK,
				used);
	}

	@Bean(LINES)
	PhoneLines realtimeTwilioLines(RealtimeClient client, SessionSpec spec,
			ObjectProvider<PhoneSessionCustomizer> customizers, TwilioProperties properties,
			RealtimeExecutors executors, ApplicationEventPublisher publisher) {
		List<PhoneSessionCustomizer> all = customizers.orderedStream().toList();
		BridgeThreads threads = new BridgeThreads(executors.transport(),
				new ConcurrentTaskScheduler(executors.scheduler()));
		return new PhoneLines(new PhoneLines.Service(client, spec, all, publisher::publishEvent),
				TwilioPropertiesMapper.settings(properties), new PhoneLines.Threads(threads, executors.listeners()));
	}

	@Bean("realtime4jTwilioVoiceMapping")
	SimpleUrlHandlerMapping realtimeTwilioVoiceMapping(TwilioTickets tickets, @Qualifier(LINES) PhoneLines lines,
			TwilioProperties properties) {
		TwilioSignature signature = new TwilioSignature(TwilioPropertiesMapper.authToken(properties));
		return new SimpleUrlHandlerMapping(
				Map.of(TwilioPropertiesMapper.voicePath(properties),
						new TwilioVoiceHandler(signature, TwilioPropertiesMapper.voiceUrl(properties), tickets, lines)),
				ORDER);
	}

	@Bean("realtime4jTwilioMediaMapping")
	WebSocketHandlerMapping realtimeTwilioMediaMapping(TwilioTickets tickets, @Qualifier(LINES) PhoneLines lines,
			TwilioProperties properties) {
		TwilioCalls calls = TwilioPropertiesMapper.calls(properties);
		BridgeHandshakeHandler handler = new BridgeHandshakeHandler(
				lines.webSocketHandler(() -> new TwilioDialect(tickets, calls)), false);
		handler.setHandshakeInterceptors(List
			.of(new TwilioHandshakeInterceptor(new TwilioSignature(TwilioPropertiesMapper.authToken(properties)),
					TwilioPropertiesMapper.mediaUrl(properties))));
		WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
		mapping.setWebSocketUpgradeMatch(true);
		mapping.setOrder(ORDER);
		mapping.setUrlMap(Map.of(TwilioPropertiesMapper.mediaPath(properties), handler));
		return mapping;
	}

}
