package io.realtime4j.spring.boot.autoconfigure.phone;

import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.AllowedTargets;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Internal configuration of the transfer of calls, by carriers and by SIP.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneTransferProperties.class)
public class PhoneTransferConfiguration {

	@Bean("realtime4jPhoneTransferPolicy")
	@ConditionalOnMissingBean(PhoneTransferPolicy.class)
	AllowedTargets realtimePhoneTransferPolicy(PhoneTransferProperties properties) {
		try {
			return new AllowedTargets(properties.getAllowedTargets());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidRealtimePropertyException("realtime.phone.transfer.allowed-targets",
					"must be numbers such as +14155550199, beginnings such as +1415*, or SIP addresses such as"
							+ " sip:desk@pbx.example.com or sip:*@pbx.example.com: " + ex.getMessage());
		}
	}

}
