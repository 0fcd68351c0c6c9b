package io.realtime4j.spring.boot.autoconfigure.asterisk;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneLinesFactory;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;
import io.realtime4j.spring.phone.asterisk.AudioSocketDialect;
import io.realtime4j.spring.phone.asterisk.AudioSocketRate;
import io.realtime4j.spring.phone.asterisk.AudioSocketServer;
import io.realtime4j.spring.phone.engine.PhoneLines;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.socket.WebSocketSession;

/**
 * {@link AutoConfiguration Auto-configuration} for calls from Asterisk over AudioSocket.
 * It needs no web server.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeToolAutoConfiguration.class, RealtimeWebhookAutoConfiguration.class })
@ConditionalOnBooleanProperty("realtime.asterisk.enabled")
@ConditionalOnClass(WebSocketSession.class)
@Import(AsteriskConfiguration.class)
public final class RealtimeAsteriskAutoConfiguration {

	static final String LINES = "realtime4jAsteriskLines";

	private static final Log logger = LogFactory.getLog(RealtimeAsteriskAutoConfiguration.class);

	RealtimeAsteriskAutoConfiguration() {
	}

	@Bean(LINES)
	PhoneLines realtimeAsteriskLines(PhoneLinesFactory factory, AsteriskProperties properties) {
		return factory.create(AsteriskPropertiesMapper.settings(properties));
	}

	@Bean("realtime4jAsteriskServer")
	AudioSocketServer realtimeAsteriskServer(AsteriskProperties properties, AsteriskTickets tickets,
			AsteriskTransfers transfers, @Qualifier(LINES) PhoneLines lines, Environment environment) {
		AudioSocketDialect.Admission admission = AsteriskPropertiesMapper.admission(properties, tickets, transfers);
		if (admission.everybody()) {
			logger.warn("Everybody who reaches port " + properties.getPort() + " has calls answered at your expense,"
					+ " since 'realtime.asterisk.answer-everybody' is set");
		}
		AudioSocketRate rate = AsteriskPropertiesMapper.rate(properties);
		return new AudioSocketServer(
				lines.webSocketHandler((socket) -> new AudioSocketDialect(admission, rate, socket)),
				AsteriskPropertiesMapper.server(properties), executor(Threading.VIRTUAL.isActive(environment)));
	}

	// Not a bean: it is no executor of the application's
	private static SimpleAsyncTaskExecutor executor(boolean virtualThreads) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("realtime-asterisk-");
		executor.setVirtualThreads(virtualThreads);
		executor.setDaemon(true);
		return executor;
	}

}
