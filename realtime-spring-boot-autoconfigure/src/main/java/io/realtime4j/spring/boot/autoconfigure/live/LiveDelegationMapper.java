package io.realtime4j.spring.boot.autoconfigure.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.LiveReasoning;
import io.realtime4j.live.model.delegation.LiveReasoningEffort;
import io.realtime4j.live.model.delegation.ResponseText;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.model.delegation.ServiceTier;
import io.realtime4j.live.model.delegation.Verbosity;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.spring.boot.autoconfigure.live.LiveDelegationProperties.Type;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Maps the properties of delegated work to the settings of a session.
 */
final class LiveDelegationMapper {

	static final String PREFIX = "realtime.live.delegation.";

	private static final String TYPE = PREFIX + "type";

	private static final String DELAY = PREFIX + "acknowledgement-delay";

	private static final String RESPONSES = PREFIX + "responses.";

	private final LiveDelegationProperties properties;

	private final boolean handler;

	/**
	 * Create a mapper.
	 * @param properties the properties
	 * @param handler whether the application has a handler for delegated work
	 */
	LiveDelegationMapper(LiveDelegationProperties properties, boolean handler) {
		this.properties = properties;
		this.handler = handler && properties.getHandler().isEnabled();
	}

	void map(LiveSettings.Builder settings) {
		PropertyChecks.notNegative(this.properties.getAcknowledgementDelay(), DELAY);
		Type type = type();
		if (type == Type.RESPONSES) {
			settings.delegation(new ResponsesDelegation(delay(), responses(), Map.of()));
			return;
		}
		PropertyChecks.unset(ofResponses(), "fits '" + TYPE + "' responses only");
		if (type == Type.NONE) {
			PropertyChecks.check(delay() == null, DELAY, "does not fit '" + TYPE + "' none: nobody does any work");
			settings.delegationOff();
		}
		else if (type == Type.CLIENT) {
			settings.delegation(new ClientDelegation(delay(), Map.of()));
		}
	}

	private @Nullable Type type() {
		Type asked = this.properties.getType();
		if (asked != null) {
			return asked;
		}
		if (ofResponses().values().stream().anyMatch(PropertyChecks::isSet)) {
			PropertyChecks.check(!this.handler, TYPE, "must be set to client or responses: there are both a bean of"
					+ " type DelegationHandler and properties under '" + RESPONSES + "*'");
			return Type.RESPONSES;
		}
		return (this.handler || delay() != null) ? Type.CLIENT : null;
	}

	private @Nullable Long delay() {
		Duration delay = this.properties.getAcknowledgementDelay();
		return (delay != null) ? delay.toMillis() : null;
	}

	private ResponsesSettings responses() {
		LiveDelegationProperties.Responses responses = this.properties.getResponses();
		PropertyChecks.check(responses.getModel() != null, RESPONSES + "model",
				"must be set to the model that does the work");
		ofResponses().forEach((property, value) -> {
			if (value instanceof String text) {
				PropertyChecks.notBlank(text, property);
			}
		});
		if (responses.getMaxOutputTokens() != null) {
			PropertyChecks.positive(responses.getMaxOutputTokens(), RESPONSES + "max-output-tokens");
		}
		ResponsesSettings.Builder settings = ResponsesSettings.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(responses::getModel).to(settings::model);
		map.from(responses::getInstructions).to(settings::instructions);
		map.from(responses::getReasoningEffort)
			.as((effort) -> LiveReasoning.of(new LiveReasoningEffort(effort)))
			.to(settings::reasoning);
		map.from(responses::getVerbosity)
			.as((verbosity) -> ResponseText.of(new Verbosity(verbosity)))
			.to(settings::text);
		map.from(responses::getMaxOutputTokens).to(settings::maxOutputTokens);
		map.from(responses::getParallelToolCalls).to(settings::parallelToolCalls);
		map.from(responses::getServiceTier).as(ServiceTier::new).to(settings::serviceTier);
		return settings.build();
	}

	private Map<String, @Nullable Object> ofResponses() {
		LiveDelegationProperties.Responses responses = this.properties.getResponses();
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(RESPONSES + "model", responses.getModel());
		values.put(RESPONSES + "instructions", responses.getInstructions());
		values.put(RESPONSES + "reasoning-effort", responses.getReasoningEffort());
		values.put(RESPONSES + "verbosity", responses.getVerbosity());
		values.put(RESPONSES + "max-output-tokens", responses.getMaxOutputTokens());
		values.put(RESPONSES + "parallel-tool-calls", responses.getParallelToolCalls());
		values.put(RESPONSES + "service-tier", responses.getServiceTier());
		return values;
	}

}
