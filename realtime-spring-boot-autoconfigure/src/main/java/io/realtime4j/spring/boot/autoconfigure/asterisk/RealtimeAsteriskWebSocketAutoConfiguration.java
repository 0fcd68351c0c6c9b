package io.realtime4j.spring.boot.autoconfigure.asterisk;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneLinesFactory;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneMappings;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.phone.asterisk.AsteriskDoor;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;
import io.realtime4j.spring.phone.asterisk.AsteriskWebSocketDialect;
import io.realtime4j.spring.phone.engine.PhoneLines;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * {@link AutoConfiguration Auto-configuration} for calls from Asterisk by its WebSocket
 * channel.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.asterisk.websocket.enabled")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebSocketHandlerMapping.class)
@Import(AsteriskConfiguration.class)
public final class RealtimeAsteriskWebSocketAutoConfiguration {

	static final String LINES = "realtime4jAsteriskWebSocketLines";

	RealtimeAsteriskWebSocketAutoConfiguration() {
	}

	@Bean(LINES)
	PhoneLines realtimeAsteriskWebSocketLines(PhoneLinesFactory factory, AsteriskProperties properties) {
		return factory.create(AsteriskPropertiesMapper.settings(properties));
	}

	@Bean("realtime4jAsteriskMediaMapping")
	WebSocketHandlerMapping realtimeAsteriskMediaMapping(AsteriskProperties properties, AsteriskTickets tickets,
			AsteriskTransfers transfers, @Qualifier(LINES) PhoneLines lines) {
		AsteriskDoor.Admission admission = AsteriskPropertiesMapper.webSocketAdmission(properties, tickets, transfers);
		return PhoneMappings.media(AsteriskPropertiesMapper.mediaPath(properties),
				lines.webSocketHandler((socket) -> new AsteriskWebSocketDialect(admission, socket)),
				new AsteriskDoor(admission), AsteriskDoor.PROTOCOL);
	}

}
