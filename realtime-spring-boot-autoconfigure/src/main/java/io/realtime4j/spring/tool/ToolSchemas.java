package io.realtime4j.spring.tool;

import java.util.LinkedHashMap;
import java.util.Map;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;

/**
 * Describes the parameters of methods by JSON schemas.
 */
class ToolSchemas {

	private static final String DEFINITIONS = "$defs";

	private final JsonMapper json;

	private final SchemaGenerator generator;

	ToolSchemas(JsonMapper json) {
		this.json = json;
		SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12,
				OptionPreset.PLAIN_JSON)
			.with(new JacksonSchemaModule(JacksonOption.RESPECT_JSONPROPERTY_ORDER,
					JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
			.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
					Option.PLAIN_DEFINITION_KEYS)
			.without(Option.SCHEMA_VERSION_INDICATOR);
		config.forTypesInGeneral().withCustomDefinitionProvider(new WellKnownTypes(json));
		config.forFields()
			.withDescriptionResolver(ToolSchemas::description)
			.withRequiredCheck(ToolSchemas::isRequired)
			.withInstanceAttributeOverride((node, field, context) -> ConstraintKeywords
				.apply(ConstraintKeywords.elementOf(field), field.getType().getErasedType(), node));
		this.generator = new SchemaGenerator(config.build());
	}

	ObjectNode of(ToolParameters parameters) {
		SchemaBuilder builder = this.generator.buildMultipleSchemaDefinitions();
		Map<ModelParameter, ObjectNode> nodes = new LinkedHashMap<>();
		parameters.ofModel()
			.forEach((parameter) -> nodes.put(parameter, builder.createSchemaReference(parameter.schemaType())));
		ObjectNode definitions = builder.collectDefinitions(DEFINITIONS);
		ObjectNode schema = this.json.createObjectNode().put("type", "object");
		ObjectNode properties = schema.putObject("properties");
		ArrayNode required = schema.putArray("required");
		nodes.forEach((parameter, node) -> {
			describe(parameter, node);
			properties.set(parameter.name(), node);
			if (parameter.required()) {
				required.add(parameter.name());
			}
		});
		schema.put("additionalProperties", false);
		if (!definitions.isEmpty()) {
			schema.set(DEFINITIONS, definitions);
		}
		return schema;
	}

	private static void describe(ModelParameter parameter, ObjectNode node) {
		String description = parameter.description();
		if (description != null) {
			node.put("description", description);
		}
		ConstraintKeywords.apply(parameter.parameter().getParameter(), parameter.parameter().getParameterType(), node);
	}

	private static @Nullable String description(FieldScope field) {
		RealtimeToolParam annotation = annotation(field);
		return (annotation != null && StringUtils.hasText(annotation.description())) ? annotation.description() : null;
	}

	private static boolean isRequired(FieldScope field) {
		RealtimeToolParam annotation = annotation(field);
		return Nullness.forField(field.getRawMember()) != Nullness.NULLABLE
				&& !WellKnownTypes.isOptional(field.getRawMember().getType())
				&& (annotation == null || annotation.required());
	}

	private static @Nullable RealtimeToolParam annotation(FieldScope field) {
		return field.isFakeContainerItemScope() ? null
				: AnnotatedElementUtils.findMergedAnnotation(field.getRawMember(), RealtimeToolParam.class);
	}

}
