package io.realtime4j.spring.boot.autoconfigure.vonage;

import java.time.Clock;
import java.time.InstantSource;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneConfiguration;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneLinesFactory;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneMappings;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.vonage.VonageCallEvents;
import io.realtime4j.spring.phone.vonage.VonageCalls;
import io.realtime4j.spring.phone.vonage.VonageDialect;
import io.realtime4j.spring.phone.vonage.VonageDoor;
import io.realtime4j.spring.phone.vonage.VonageEvents;
import io.realtime4j.spring.phone.vonage.VonageTickets;
import io.realtime4j.spring.phone.vonage.VonageVoiceHandler;
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
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} for calls from Vonage.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.vonage.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@EnableConfigurationProperties(VonageProperties.class)
@Import(PhoneConfiguration.class)
public final class RealtimeVonageAutoConfiguration {

	static final String LINES = "realtime4jVonageLines";

	private static final InstantSource CLOCK = Clock.systemUTC();

	RealtimeVonageAutoConfiguration() {
	}

	@Bean("realtime4jVonageTickets")
	@ConditionalOnMissingBean
	VonageTickets realtimeVonageTickets(VonageProperties properties, WebhookIds used) {
		return new VonageTickets(VonagePropertiesMapper.signatureSecret(properties),
				VonagePropertiesMapper.stream(properties), VonagePropertiesMapper.ticketLifetime(properties), CLOCK,
				used);
	}

	@Bean(LINES)
	PhoneLines realtimeVonageLines(PhoneLinesFactory factory, VonageProperties properties) {
		return factory.create(VonagePropertiesMapper.settings(properties));
	}

	@Bean("realtime4jVonageEvents")
	VonageEvents realtimeVonageEvents(VonageProperties properties) {
		return new VonageEvents(VonagePropertiesMapper.signature(properties, CLOCK));
	}

	@Bean("realtime4jVonageVoiceMapping")
	SimpleUrlHandlerMapping realtimeVonageVoiceMapping(VonageEvents events, VonageTickets tickets,
			@Qualifier(LINES) PhoneLines lines, VonageProperties properties) {
		return PhoneMappings.webhook(VonagePropertiesMapper.endpoints(properties).voicePath(),
				new VonageVoiceHandler(events, tickets, lines));
	}

	@Bean("realtime4jVonageEventsMapping")
	SimpleUrlHandlerMapping realtimeVonageEventsMapping(VonageEvents events, @Qualifier(LINES) PhoneLines lines,
			VonageProperties properties, WebhookIds ids, RealtimeExecutors executors) {
		WebhookReceiver.Memory memory = new WebhookReceiver.Memory(ids, properties.getTolerance(), CLOCK);
		return PhoneMappings.webhook(VonagePropertiesMapper.endpoints(properties).eventsPath(),
				new WebhookRequestHandler(new WebhookReceiver<>(events, memory, VonageVoiceHandler.MAX_SIZE,
						executors.listeners(), new VonageCallEvents(lines))));
	}

	@Bean("realtime4jVonageMediaMapping")
	WebSocketHandlerMapping realtimeVonageMediaMapping(VonageTickets tickets, @Qualifier(LINES) PhoneLines lines,
			VonageProperties properties, ResourceLoader resources) {
		VonageTickets.Stream stream = VonagePropertiesMapper.stream(properties);
		VonageCalls calls = VonagePropertiesMapper.calls(properties, resources, CLOCK);
		return PhoneMappings.media(VonagePropertiesMapper.endpoints(properties).mediaPath(),
				lines.webSocketHandler((socket) -> new VonageDialect(tickets, stream, calls, socket)),
				new VonageDoor(tickets));
	}

}
