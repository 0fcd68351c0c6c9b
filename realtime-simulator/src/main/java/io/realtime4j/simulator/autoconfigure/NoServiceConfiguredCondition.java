package io.realtime4j.simulator.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches where the application says neither whom to talk to nor with which key.
 */
class NoServiceConfiguredCondition extends SpringBootCondition {

	private static final String[] PROPERTIES = { "realtime.api-key", "realtime.base-url" };

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Realtime simulator");
		Binder binder = Binder.get(context.getEnvironment());
		for (String property : PROPERTIES) {
			if (isSet(binder.bind(property, String.class).orElse(null))) {
				return ConditionOutcome.noMatch(message.because(property + " is set"));
			}
		}
		return ConditionOutcome.match(message.because("no service is configured"));
	}

	// Binding leaves a placeholder that nothing resolves as it is
	private static boolean isSet(@Nullable String value) {
		return StringUtils.hasText(value) && !value.contains("${");
	}

}
