package io.realtime4j.spring.tool;

import java.util.LinkedHashMap;
import java.util.Map;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the parameters of methods by JSON schemas, and proves that what they allow
 * can be bound.
 */
class ToolSchemas {

	private static final String DEFINITIONS = "$defs";

	private final JsonMapper json;

	private final SchemaGenerator generator;

	ToolSchemas(JsonMapper json) {
		this.json = json;
		SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12,
				OptionPreset.PLAIN_JSON)
			.with(Option.PLAIN_DEFINITION_KEYS)
			.without(Option.SCHEMA_VERSION_INDICATOR);
		config.forTypesInGeneral().withCustomDefinitionProvider(new JacksonForms(json));
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
		nodes.forEach((parameter, node) -> parameter.prove(node, schema));
		return schema;
	}

	private void describe(ModelParameter parameter, ObjectNode node) {
		JsonNode example = parameter.example(this.json);
		if (example != null) {
			if (!example.isContainer()) {
				node.removeAll();
				node.put("type", SchemaExamples.typeOf(example));
			}
			node.putArray("examples").add(example);
		}
		String description = parameter.description();
		if (description != null) {
			node.put("description", description);
		}
		parameter.constrain(node);
	}

}
