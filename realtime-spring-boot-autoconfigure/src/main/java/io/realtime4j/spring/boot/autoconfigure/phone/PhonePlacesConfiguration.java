package io.realtime4j.spring.boot.autoconfigure.phone;

import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.phone.engine.CallPlaces;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Internal configuration of how many calls there may be, of all carriers and by SIP.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneSessionProperties.class)
public class PhonePlacesConfiguration {

	@Bean("realtime4jCallPlaces")
	@ConditionalOnMissingBean
	CallPlaces realtimeCallPlaces(PhoneSessionProperties properties) {
		Integer max = properties.getMaxCalls();
		if (max == null) {
			return new CallPlaces(Integer.MAX_VALUE);
		}
		PropertyChecks.positive(max, "realtime.phone.max-calls");
		return new CallPlaces(max);
	}

}
