package io.realtime4j.spring.boot.autoconfigure.live;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition that matches when any property of live sessions is set.
 */
class OnLiveSettingsCondition extends SpringBootCondition {

	private static final String PREFIX = "realtime.live";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Settings of live sessions");
		boolean set = Binder.get(context.getEnvironment())
			.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
			.isBound();
		return set ? ConditionOutcome.match(message.foundExactly("properties under '" + PREFIX + "'"))
				: ConditionOutcome.noMatch(message.didNotFind("properties under '" + PREFIX + "'").atAll());
	}

}
