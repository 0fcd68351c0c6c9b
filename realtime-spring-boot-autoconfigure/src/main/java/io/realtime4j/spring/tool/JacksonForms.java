package io.realtime4j.spring.tool;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.classmate.TypeResolver;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Says the forms of types as the mapper reads them that binds the arguments: it asks the
 * deserializer of each type, so that annotations, modules and custom deserializers count
 * as they do there.
 */
class JacksonForms implements CustomDefinitionProviderV2 {

	private final JsonMapper json;

	private final TypeResolver types = new TypeResolver();

	// What is being described: types may hold themselves
	private final Map<JavaType, ObjectNode> begun = new HashMap<>();

	JacksonForms(JsonMapper json) {
		this.json = json;
	}

	@Override
	public @Nullable CustomDefinition provideCustomSchemaDefinition(ResolvedType type,
			SchemaGenerationContext context) {
		JavaType javaType = javaType(type);
		Class<?> raw = type.getErasedType();
		if (JsonNode.class.isAssignableFrom(raw)) {
			return inline(this.json.createObjectNode());
		}
		ObjectNode known = WellKnownForms.find(raw, this.json);
		if (known == null && (raw.isPrimitive() || raw == String.class || raw == Object.class)) {
			return (raw == char.class) ? inline(character()) : null;
		}
		if (known != null && binds(SchemaExamples.one(known), javaType)) {
			return inline(known);
		}
		if (javaType.isEnumType()) {
			return inline(new EnumForm(this.json).of(javaType.getRawClass()));
		}
		ObjectNode begun = this.begun.get(javaType);
		return (begun != null) ? referable(begun) : begin(javaType, context);
	}

	private @Nullable CustomDefinition begin(JavaType type, SchemaGenerationContext context) {
		ObjectNode definition = this.json.createObjectNode();
		this.begun.put(type, definition);
		try {
			ObjectNode schema = of(type, context);
			if (schema == null) {
				return null;
			}
			definition.setAll(schema);
			boolean object = schema.has("properties") || schema.has("anyOf");
			return object ? referable(definition) : inline(definition);
		}
		finally {
			this.begun.remove(type);
		}
	}

	private static CustomDefinition referable(ObjectNode schema) {
		return new CustomDefinition(schema, CustomDefinition.DefinitionType.STANDARD,
				CustomDefinition.AttributeInclusion.YES);
	}

	private @Nullable ObjectNode of(JavaType type, SchemaGenerationContext context) {
		if (type.isReferenceType()) {
			return context.createDefinition(resolved(type.getContentType()));
		}
		DeserializationContext jackson = this.json._deserializationContext();
		TypeDeserializer ids = jackson.findTypeDeserializer(type);
		if (ids != null) {
			return new PolymorphicForm(this, jackson, context).of(type, ids);
		}
		if (type.isMapLikeType()) {
			return map(type, context);
		}
		ValueDeserializer<?> deserializer = deserializer(type, jackson);
		return (deserializer instanceof BeanDeserializerBase bean)
				? new BeanForm(this, jackson, context).of(bean, jackson.introspectClassAnnotations(type))
				: of(deserializer, type);
	}

	private static @Nullable ValueDeserializer<?> deserializer(JavaType type, DeserializationContext jackson) {
		try {
			return jackson.findContextualValueDeserializer(type, null);
		}
		catch (JacksonException ex) {
			// It is told where the example is found not to bind
			return null;
		}
	}

	// Lists are made by the generator, of their elements
	private @Nullable ObjectNode of(@Nullable ValueDeserializer<?> deserializer, JavaType type) {
		LogicalType form = (deserializer != null) ? deserializer.logicalType() : null;
		if (form == LogicalType.Array || form == LogicalType.Collection) {
			return null;
		}
		ObjectNode schema = scalar(form);
		if (type.getRawClass() == Character.class) {
			return character();
		}
		return (schema != null && (form == LogicalType.Untyped || binds(SchemaExamples.one(schema), type))) ? schema
				: guess(type);
	}

	@Nullable ObjectNode scalar(@Nullable LogicalType form) {
		if (form == null) {
			return null;
		}
		return switch (form) {
			case Untyped -> this.json.createObjectNode();
			case Integer -> ofType("integer");
			case Float -> ofType("number");
			case Boolean -> ofType("boolean");
			case Textual, OtherScalar, DateTime, Binary -> ofType("string");
			default -> null;
		};
	}

	// What a deserializer reads that does not say what it reads
	private ObjectNode guess(JavaType type) {
		for (String name : List.of("string", "integer", "number", "boolean", "object")) {
			ObjectNode schema = ofType(name);
			if (binds(SchemaExamples.one(schema), type)) {
				return schema;
			}
		}
		return ofType("string");
	}

	private ObjectNode map(JavaType type, SchemaGenerationContext context) {
		ObjectNode schema = ofType("object");
		Class<?> key = type.getKeyType().getRawClass();
		if (key != String.class && key != Object.class) {
			ObjectNode names = context.createDefinition(resolved(type.getKeyType()));
			if (names.path("type").asString("").equals("string")) {
				schema.set("propertyNames", names);
			}
			else {
				schema.putObject("propertyNames").putArray("examples").add(SchemaExamples.one(names).asString("1"));
			}
		}
		if (type.getContentType().getRawClass() != Object.class) {
			schema.set("additionalProperties", reference(type.getContentType(), context));
		}
		return schema;
	}

	private ObjectNode character() {
		return ofType("string").put("minLength", 1).put("maxLength", 1);
	}

	ObjectNode ofType(String type) {
		return this.json.createObjectNode().put("type", type);
	}

	ObjectNode reference(JavaType type, SchemaGenerationContext context) {
		return context.createDefinitionReference(resolved(type));
	}

	JsonMapper json() {
		return this.json;
	}

	boolean binds(JsonNode value, JavaType type) {
		return ToolProof.problem(this.json.readerFor(type), value) == null;
	}

	private JavaType javaType(ResolvedType type) {
		if (type.isArray()) {
			return this.json.getTypeFactory().constructArrayType(javaType(type.getArrayElementType()));
		}
		List<JavaType> parameters = new ArrayList<>();
		type.getTypeParameters().forEach((parameter) -> parameters.add(javaType(parameter)));
		boolean generic = parameters.size() == type.getErasedType().getTypeParameters().length && !parameters.isEmpty();
		return generic
				? this.json.getTypeFactory()
					.constructParametricType(type.getErasedType(), parameters.toArray(JavaType[]::new))
				: this.json.constructType(type.getErasedType());
	}

	ResolvedType resolved(JavaType type) {
		if (type.isArrayType()) {
			return this.types.arrayType(resolved(type.getContentType()));
		}
		Type[] parameters = IntStream.range(0, type.containedTypeCount())
			.mapToObj((index) -> resolved(type.containedType(index)))
			.toArray(Type[]::new);
		boolean generic = type.getRawClass().getTypeParameters().length == parameters.length;
		return generic ? this.types.resolve(type.getRawClass(), parameters) : this.types.resolve(type.getRawClass());
	}

	private static CustomDefinition inline(ObjectNode schema) {
		return new CustomDefinition(schema, CustomDefinition.DefinitionType.INLINE,
				CustomDefinition.AttributeInclusion.YES);
	}

	/**
	 * The values of an enum that its deserializer reads.
	 */
	private record EnumForm(JsonMapper json) {

		ObjectNode of(Class<?> type) {
			ArrayNode values = this.json.createArrayNode();
			for (Object constant : type.getEnumConstants()) {
				values.add(form((Enum<?>) constant, type));
			}
			boolean integers = values.valueStream().allMatch(JsonNode::isIntegralNumber) && !values.isEmpty();
			ObjectNode schema = this.json.createObjectNode();
			if (integers || values.valueStream().allMatch(JsonNode::isString)) {
				schema.put("type", integers ? "integer" : "string");
			}
			schema.set("enum", values);
			return schema;
		}

		private JsonNode form(Enum<?> constant, Class<?> type) {
			JsonNode written = this.json.valueToTree(constant);
			for (JsonNode form : List.of(written, this.json.<JsonNode>valueToTree(constant.name()),
					this.json.<JsonNode>valueToTree(constant.toString()))) {
				if (isRead(form, constant, type)) {
					return form;
				}
			}
			return written;
		}

		private boolean isRead(JsonNode form, Object constant, Class<?> type) {
			try {
				return constant.equals(this.json.treeToValue(form, type));
			}
			catch (JacksonException ex) {
				return false;
			}
		}

	}

}
