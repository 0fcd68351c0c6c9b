package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.time.Clock;
import java.time.InstantSource;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneConfiguration;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneEndpoints;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneLinesFactory;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneMappings;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.twilio.TwilioCalls;
import io.realtime4j.spring.phone.twilio.TwilioDialect;
import io.realtime4j.spring.phone.twilio.TwilioHandshakeInterceptor;
import io.realtime4j.spring.phone.twilio.TwilioSignature;
import io.realtime4j.spring.phone.twilio.TwilioTickets;
import io.realtime4j.spring.phone.twilio.TwilioVoiceHandler;
import io.realtime4j.spring.webhook.WebhookIds;

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
 * {@link AutoConfiguration Auto-configuration} for calls from Twilio.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.twilio.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@EnableConfigurationProperties(TwilioProperties.class)
@Import(PhoneConfiguration.class)
public final class RealtimeTwilioAutoConfiguration {

	static final String LINES = "realtime4jTwilioLines";

	private static final InstantSource CLOCK = Clock.systemUTC();

	RealtimeTwilioAutoConfiguration() {
	}

	@Bean("realtime4jTwilioTickets")
	@ConditionalOnMissingBean
	TwilioTickets realtimeTwilioTickets(TwilioProperties properties, WebhookIds used) {
		return new TwilioTickets(TwilioPropertiesMapper.authToken(properties),
				TwilioPropertiesMapper.endpoints(properties).mediaUrl(),
				TwilioPropertiesMapper.ticketLifetime(properties), CLOCK, used);
	}

	@Bean(LINES)
	PhoneLines realtimeTwilioLines(PhoneLinesFactory factory, TwilioProperties properties) {
		return factory.create(TwilioPropertiesMapper.settings(properties));
	}

	@Bean("realtime4jTwilioVoiceMapping")
	SimpleUrlHandlerMapping realtimeTwilioVoiceMapping(TwilioTickets tickets, @Qualifier(LINES) PhoneLines lines,
			TwilioProperties properties) {
		TwilioSignature signature = new TwilioSignature(TwilioPropertiesMapper.authToken(properties));
		PhoneEndpoints endpoints = TwilioPropertiesMapper.endpoints(properties);
		return PhoneMappings.webhook(endpoints.voicePath(),
				new TwilioVoiceHandler(signature, endpoints.voiceUrl(), tickets, lines));
	}

	@Bean("realtime4jTwilioMediaMapping")
	WebSocketHandlerMapping realtimeTwilioMediaMapping(TwilioTickets tickets, @Qualifier(LINES) PhoneLines lines,
			TwilioProperties properties) {
		TwilioSignature signature = new TwilioSignature(TwilioPropertiesMapper.authToken(properties));
		PhoneEndpoints endpoints = TwilioPropertiesMapper.endpoints(properties);
		TwilioCalls calls = TwilioPropertiesMapper.calls(properties);
		return PhoneMappings.media(endpoints.mediaPath(),
				lines.webSocketHandler((socket) -> new TwilioDialect(tickets, calls)),
				new TwilioHandshakeInterceptor(signature, endpoints.mediaUrl()));
	}

}
