package io.realtime4j.spring.boot.autoconfigure.phone;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Internal properties of the transfer of phone calls.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.phone.transfer")
public class PhoneTransferProperties {

	/**
	 * Comma-separated list of whom calls may be transferred to: numbers such as
	 * +14155550199, beginnings of numbers such as +1415*, SIP addresses such as
	 * sip:desk@pbx.example.com, and all users of a host such as sip:*@pbx.example.com.
	 * Nobody else is called.
	 */
	private List<String> allowedTargets = new ArrayList<>();

	/**
	 * Return whom calls may be transferred to.
	 * @return the list
	 */
	public List<String> getAllowedTargets() {
		return this.allowedTargets;
	}

	public void setAllowedTargets(List<String> allowedTargets) {
		this.allowedTargets = allowedTargets;
	}

}
