package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.model.prompt.Prompt;
import io.realtime4j.model.prompt.PromptString;
import io.realtime4j.model.prompt.PromptVariable;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.RetentionRatio;
import io.realtime4j.model.session.TokenLimits;
import io.realtime4j.model.session.TracingConfiguration;
import io.realtime4j.model.session.TracingMode;
import io.realtime4j.model.session.Truncation;
import io.realtime4j.model.session.TruncationMode;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import io.realtime4j.spring.boot.autoconfigure.session.TracingProperties;
import io.realtime4j.spring.boot.autoconfigure.session.TruncationProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps the properties of what the service does besides talking: tracing, truncation and
 * stored prompts.
 */
final class ServicePropertiesMapper {

	private static final String TRACING = "realtime.session.tracing.";

	private static final String TRUNCATION = "realtime.session.truncation.";

	private static final String PROMPT = "realtime.session.prompt.";

	private ServicePropertiesMapper() {
	}

	static void map(SessionProperties properties, RealtimeSessionSettings.Builder settings) {
		tracing(properties.getTracing(), settings);
		truncation(properties.getTruncation(), settings);
		prompt(properties.getPrompt(), settings);
	}

	static Map<String, @Nullable Object> values(SessionProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(TRACING + "mode", properties.getTracing().getMode());
		values.putAll(details(properties.getTracing()));
		values.put(TRUNCATION + "type", properties.getTruncation().getType());
		values.putAll(ratio(properties.getTruncation()));
		values.put(PROMPT + "id", properties.getPrompt().getId());
		values.putAll(details(properties.getPrompt()));
		return values;
	}

	private static void tracing(TracingProperties properties, RealtimeSessionSettings.Builder settings) {
		Map<String, @Nullable Object> details = details(properties);
		if (properties.getMode() == TracingProperties.Mode.NONE) {
			PropertyChecks.unset(details, "cannot be combined with '" + TRACING + "mode' none");
			settings.tracingOff();
		}
		else if (details.values().stream().anyMatch(PropertyChecks::isSet)) {
			settings.tracing(new TracingConfiguration(properties.getWorkflowName(), properties.getGroupId(),
					json(properties.getMetadata())));
		}
		else if (properties.getMode() == TracingProperties.Mode.AUTO) {
			settings.tracing(TracingMode.AUTO);
		}
	}

	private static Map<String, @Nullable Object> details(TracingProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(TRACING + "workflow-name", properties.getWorkflowName());
		values.put(TRACING + "group-id", properties.getGroupId());
		values.put(TRACING + "metadata", properties.getMetadata());
		return values;
	}

	private static @Nullable JsonNode json(Map<String, String> values) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		values.forEach(json::put);
		return values.isEmpty() ? null : json;
	}

	private static void truncation(TruncationProperties properties, RealtimeSessionSettings.Builder settings) {
		TruncationProperties.Type type = properties.getType();
		if (type == TruncationProperties.Type.AUTO || type == TruncationProperties.Type.DISABLED) {
			PropertyChecks.unset(ratio(properties), "needs '" + TRUNCATION + "type' to be retention_ratio");
			settings
				.truncation((type == TruncationProperties.Type.AUTO) ? TruncationMode.AUTO : TruncationMode.DISABLED);
		}
		else if (type != null || ratio(properties).values().stream().anyMatch(PropertyChecks::isSet)) {
			settings.truncation(retentionRatio(properties));
		}
	}

	private static Truncation retentionRatio(TruncationProperties properties) {
		Double ratio = properties.getRetentionRatio();
		Long limit = properties.getPostInstructionsTokenLimit();
		if (ratio == null) {
			throw new InvalidRealtimePropertyException(TRUNCATION + "retention-ratio",
					"must be set for '" + TRUNCATION + "type' retention_ratio");
		}
		PropertyChecks.between(ratio, 0, 1, TRUNCATION + "retention-ratio");
		PropertyChecks.check(limit == null || limit >= 0, TRUNCATION + "post-instructions-token-limit",
				"must not be negative");
		return new RetentionRatio(ratio, (limit != null) ? new TokenLimits(limit) : null);
	}

	private static Map<String, @Nullable Object> ratio(TruncationProperties properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(TRUNCATION + "retention-ratio", properties.getRetentionRatio());
		values.put(TRUNCATION + "post-instructions-token-limit", properties.getPostInstructionsTokenLimit());
		return values;
	}

	private static void prompt(SessionProperties.Prompt properties, RealtimeSessionSettings.Builder settings) {
		String id = properties.getId();
		PropertyChecks.notBlank(id, PROMPT + "id");
		if (id == null) {
			PropertyChecks.unset(details(properties), "needs '" + PROMPT + "id' to be set");
			return;
		}
		Map<String, PromptVariable> variables = new LinkedHashMap<>();
		properties.getVariables().forEach((name, value) -> variables.put(name, new PromptString(value)));
		settings.prompt(new Prompt(id, properties.getVersion(), variables.isEmpty() ? null : variables));
	}

	private static Map<String, @Nullable Object> details(SessionProperties.Prompt properties) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(PROMPT + "version", properties.getVersion());
		values.put(PROMPT + "variables", properties.getVariables());
		return values;
	}

}
