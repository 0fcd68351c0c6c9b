package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that keeps the secrets of this library out
 * of the actuator, even if it is configured to show all values.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class RealtimeSanitizingAutoConfiguration {

	/**
	 * The secrets, as the environment and the bound properties name them.
	 */
	private static final Pattern SECRETS = Pattern.compile(
			"realtime[._](api[-_]?key|webhook[._]secret|twilio[._]auth[-_]?token|telnyx[._]api[-_]?key|"
					+ "vonage[._](signature[-_]?secret|private[-_]?key)|"
					+ "session[._]tools[._]mcp[._].+[._](authorization|headers([._].+|\\[.+)?))",
			Pattern.CASE_INSENSITIVE);

	/**
	 * The address, whose query may hold a key.
	 */
	private static final Pattern ADDRESS = Pattern.compile("realtime[._]base[-_]?url", Pattern.CASE_INSENSITIVE);

	RealtimeSanitizingAutoConfiguration() {
	}

	@Bean("realtime4jSanitizingFunction")
	@ConditionalOnMissingBean(name = "realtime4jSanitizingFunction")
	SanitizingFunction realtimeSanitizingFunction() {
		return RealtimeSanitizingAutoConfiguration::sanitize;
	}

	private static SanitizableData sanitize(SanitizableData data) {
		if (ADDRESS.matcher(data.getKey()).matches() && data.getValue() != null) {
			return data
				.withValue(data.getValue().toString().replaceFirst("\\?.*", "?" + SanitizableData.SANITIZED_VALUE));
		}
		return SECRETS.matcher(data.getKey()).matches() ? data.withSanitizedValue() : data;
	}

}
