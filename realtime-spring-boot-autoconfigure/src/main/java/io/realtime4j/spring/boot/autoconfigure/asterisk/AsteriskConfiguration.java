package io.realtime4j.spring.boot.autoconfigure.asterisk;

import java.time.Clock;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneConfiguration;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Internal configuration of what both ways to Asterisk share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AsteriskProperties.class)
@Import(PhoneConfiguration.class)
class AsteriskConfiguration {

	@Bean("realtime4jAsteriskTickets")
	@ConditionalOnMissingBean
	AsteriskTickets realtimeAsteriskTickets(AsteriskProperties properties) {
		return new AsteriskTickets(AsteriskPropertiesMapper.ticketLifetime(properties), Clock.systemUTC());
	}

	@Bean("realtime4jAsteriskTransfers")
	@ConditionalOnMissingBean
	AsteriskTransfers realtimeAsteriskTransfers(AsteriskProperties properties) {
		return new AsteriskTransfers(AsteriskPropertiesMapper.ticketLifetime(properties), Clock.systemUTC());
	}

}
