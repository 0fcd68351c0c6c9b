package io.realtime4j.spring.boot.autoconfigure.guardrail;

import io.realtime4j.guardrail.GuardrailListener;
import io.realtime4j.guardrail.Guardrails;
import io.realtime4j.guardrail.RealtimeGuardrail;
import io.realtime4j.guardrail.SafeReply;
import io.realtime4j.live.guardrail.LiveGuardrails;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.session.GuardrailProperties;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.logging.GuardrailLogger;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for guardrails: every bean of type
 * {@link RealtimeGuardrail} checks all sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
public final class RealtimeGuardrailAutoConfiguration {

	private static final String PREFIX = "realtime.session.guardrail.";

	RealtimeGuardrailAutoConfiguration() {
	}

	@Bean("realtime4jGuardrails")
	@ConditionalOnMissingBean
	Guardrails realtimeGuardrails(RealtimeProperties properties, ObjectProvider<RealtimeGuardrail> guardrails,
			RealtimeExecutors executors, ObjectProvider<GuardrailListener> listeners,
			ListenerErrorHandler errorHandler) {
		GuardrailProperties settings = properties.getSession().getGuardrail();
		PropertyChecks.positive(settings.getEveryCharacters(), PREFIX + "every-characters");
		PropertyChecks.positive(settings.getTimeout(), PREFIX + "timeout");
		Guardrails.Builder builder = Guardrails.builder(executors.listeners(), executors.scheduler())
			.everyCharacters(settings.getEveryCharacters())
			.timeout(settings.getTimeout())
			.failurePolicy(settings.getFailurePolicy())
			.safeReply(reply(settings.getReply()))
			.errorHandler(errorHandler)
			.listener(new GuardrailLogger());
		guardrails.orderedStream().forEach(builder::guardrail);
		listeners.orderedStream().forEach(builder::listener);
		return builder.build();
	}

	private static SafeReply reply(GuardrailProperties.Reply properties) {
		String instructions = properties.getInstructions();
		String text = properties.getText();
		PropertyChecks.instructionsOrText(instructions, text, PREFIX + "reply.");
		if (!properties.isEnabled()) {
			return SafeReply.silence();
		}
		if (text != null) {
			return SafeReply.text(text);
		}
		return (instructions != null) ? SafeReply.instructions(instructions) : SafeReply.apology();
	}

	@Bean("realtime4jGuardrailClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeGuardrailClientCustomizer(Guardrails guardrails) {
		return (builder) -> builder.interceptor(guardrails);
	}

	@Bean("realtime4jLiveGuardrails")
	@ConditionalOnMissingBean
	LiveGuardrails realtimeLiveGuardrails(Guardrails guardrails) {
		return new LiveGuardrails(guardrails);
	}

}
