package io.realtime4j.spring.boot.autoconfigure.telnyx;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneConfiguration;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneEndpoints;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneLinesFactory;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneMappings;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.telnyx.TelnyxCalls;
import io.realtime4j.spring.phone.telnyx.TelnyxDialect;
import io.realtime4j.spring.phone.telnyx.TelnyxDoor;
import io.realtime4j.spring.phone.telnyx.TelnyxEvents;
import io.realtime4j.spring.phone.telnyx.TelnyxTickets;
import io.realtime4j.spring.phone.telnyx.TelnyxVoice;
import io.realtime4j.spring.webhook.WebhookIds;
import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.spring.webhook.WebhookRequestHandler;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} for calls from Telnyx.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.telnyx.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@EnableConfigurationProperties(TelnyxProperties.class)
@Import(PhoneConfiguration.class)
public final class RealtimeTelnyxAutoConfiguration {

	static final String LINES = "realtime4jTelnyxLines";

	private static final int MAX_SIZE = 64 * 1024;

	/**
	 * By which events of a call that happen together may come in another order.
	 */
	private static final Duration MOMENT = Duration.ofSeconds(2);

	private static final InstantSource CLOCK = Clock.systemUTC();

	RealtimeTelnyxAutoConfiguration() {
	}

	@Bean("realtime4jTelnyxTickets")
	@ConditionalOnMissingBean
	TelnyxTickets realtimeTelnyxTickets(TelnyxProperties properties, WebhookIds used) {
		return new TelnyxTickets(TelnyxPropertiesMapper.apiKey(properties), TelnyxPropertiesMapper.stream(properties),
				TelnyxPropertiesMapper.ticketLifetime(properties), CLOCK, used);
	}

	@Bean("realtime4jTelnyxCalls")
	TelnyxCalls realtimeTelnyxCalls(TelnyxProperties properties) {
		return TelnyxPropertiesMapper.calls(properties);
	}

	@Bean(LINES)
	PhoneLines realtimeTelnyxLines(PhoneLinesFactory factory, TelnyxProperties properties) {
		return factory.create(TelnyxPropertiesMapper.settings(properties));
	}

	@Bean("realtime4jTelnyxVoice")
	TelnyxVoice realtimeTelnyxVoice(TelnyxTickets tickets, TelnyxCalls calls, @Qualifier(LINES) PhoneLines lines,
			WebhookIds ids, RealtimeExecutors executors) {
		return new TelnyxVoice(tickets, calls, lines, new TelnyxVoice.Bridged(ids, CLOCK,
				CompletableFuture.delayedExecutor(MOMENT.toMillis(), TimeUnit.MILLISECONDS, executors.listeners())));
	}

	@Bean("realtime4jTelnyxVoiceMapping")
	SimpleUrlHandlerMapping realtimeTelnyxVoiceMapping(TelnyxVoice voice, TelnyxProperties properties, WebhookIds ids,
			RealtimeExecutors executors) {
		PhoneEndpoints endpoints = TelnyxPropertiesMapper.endpoints(properties);
		TelnyxEvents events = new TelnyxEvents(TelnyxPropertiesMapper.signature(properties, CLOCK));
		WebhookReceiver.Memory memory = new WebhookReceiver.Memory(ids, properties.getTolerance(), CLOCK);
		return PhoneMappings.webhook(endpoints.voicePath(), new WebhookRequestHandler(
				new WebhookReceiver<>(events, memory, MAX_SIZE, executors.listeners(), voice)));
	}

	@Bean("realtime4jTelnyxMediaMapping")
	WebSocketHandlerMapping realtimeTelnyxMediaMapping(TelnyxTickets tickets, TelnyxCalls calls,
			@Qualifier(LINES) PhoneLines lines, TelnyxProperties properties) {
		return PhoneMappings.media(TelnyxPropertiesMapper.endpoints(properties).mediaPath(),
				lines.webSocketHandler((socket) -> new TelnyxDialect(tickets, properties.getCodec(), calls, socket)),
				new TelnyxDoor(tickets));
	}

}
