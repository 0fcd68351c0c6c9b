package io.realtime4j.spring.tool;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import io.realtime4j.tool.ToolArgumentsException;
import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * A parameter that the model gives.
 */
final class ModelParameter implements ToolParameter {

	private static final Map<Class<?>, Class<?>> PRIMITIVE_OPTIONALS = Map.of(OptionalInt.class, Integer.class,
			OptionalLong.class, Long.class, OptionalDouble.class, Double.class);

	private static final Map<Class<?>, Object> EMPTY = Map.of(Optional.class, Optional.empty(), OptionalInt.class,
			OptionalInt.empty(), OptionalLong.class, OptionalLong.empty(), OptionalDouble.class,
			OptionalDouble.empty());

	private final MethodParameter parameter;

	private final String name;

	private final boolean required;

	private final JavaType type;

	private final ObjectReader reader;

	private final ToolLocation location;

	private ModelParameter(MethodParameter parameter, String name, boolean required, JavaType type, ObjectReader reader,
			ToolLocation location) {
		this.parameter = parameter;
		this.name = name;
		this.required = required;
		this.type = type;
		this.reader = reader;
		this.location = location;
	}

	static ModelParameter of(MethodParameter parameter, JsonMapper json, ToolLocation method) {
		RealtimeToolParam annotation = annotation(parameter);
		String name = name(parameter, annotation, method);
		Type declared = typeOf(parameter);
		ToolLocation location = method.at("'" + name + "' (" + declared.getTypeName() + ")");
		boolean required = !isOptional(parameter) && (annotation == null || annotation.required());
		if (!required && parameter.getParameterType().isPrimitive() && !hasDefault(parameter)) {
			throw new ToolDefinitionException(location, "may be left out and so must not be primitive",
					"Declare it as "
							+ ClassUtils.resolvePrimitiveIfNecessary(parameter.getParameterType()).getSimpleName()
							+ " or as an Optional.",
					null);
		}
		JavaType type = json.constructType(declared);
		return new ModelParameter(parameter, name, required, type, json.readerFor(type), location);
	}

	private static boolean hasDefault(MethodParameter parameter) {
		return parameter.getMethod() != null && KotlinMethods.isFunction(parameter.getMethod())
				&& parameter.isOptional();
	}

	private static boolean isOptional(MethodParameter parameter) {
		return parameter.isOptional() || PRIMITIVE_OPTIONALS.containsKey(parameter.getParameterType());
	}

	private static String name(MethodParameter parameter, @Nullable RealtimeToolParam annotation, ToolLocation method) {
		String name = (annotation != null && StringUtils.hasText(annotation.name())) ? annotation.name()
				: parameter.getParameterName();
		if (name == null) {
			throw new ToolDefinitionException(method.at(String.valueOf(parameter.getParameterIndex())), "has no name",
					"Compile with -parameters, or name it by @RealtimeToolParam.", null);
		}
		return name;
	}

	private static @Nullable RealtimeToolParam annotation(MethodParameter parameter) {
		return AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), RealtimeToolParam.class);
	}

	String name() {
		return this.name;
	}

	boolean required() {
		return this.required;
	}

	MethodParameter parameter() {
		return this.parameter;
	}

	/**
	 * Return the type of the value, without an {@code Optional} around it.
	 */
	Type schemaType() {
		Class<?> primitive = PRIMITIVE_OPTIONALS.get(this.type.getRawClass());
		if (primitive != null) {
			return primitive;
		}
		return (this.type.getRawClass() == Optional.class)
				? ResolvableType.forMethodParameter(this.parameter).getGeneric().getType() : typeOf(this.parameter);
	}

	private static Type typeOf(MethodParameter parameter) {
		Type within = (parameter.getMethod() != null)
				? KotlinMethods.typeWithinValueClass(parameter.getMethod(), parameter.getParameterIndex()) : null;
		if (within != null) {
			return within;
		}
		return GenericTypeResolver.resolveType(parameter.getGenericParameterType(), parameter.getContainingClass());
	}

	@Nullable String description() {
		RealtimeToolParam annotation = annotation(this.parameter);
		if (annotation != null && StringUtils.hasText(annotation.description())) {
			return annotation.description();
		}
		JsonPropertyDescription ofJackson = this.parameter.getParameterAnnotation(JsonPropertyDescription.class);
		return (ofJackson != null && StringUtils.hasText(ofJackson.value())) ? ofJackson.value() : null;
	}

	@Nullable JsonNode example(JsonMapper json) {
		RealtimeToolParam annotation = annotation(this.parameter);
		return (annotation != null && StringUtils.hasText(annotation.example()))
				? SchemaExamples.parse(annotation.example(), json) : null;
	}

	void constrain(ObjectNode node) {
		Parameter element = this.parameter.getParameter();
		ConstraintKeywords.apply(element, this.parameter.getParameterType(), node);
		ConstraintKeywords.applyToElements(element.getAnnotatedType(), this.type, node);
	}

	void prove(JsonNode schema, JsonNode root) {
		ToolProof.require(schema, root, this.reader, this.location);
	}

	static boolean isOptional(JavaType type) {
		return EMPTY.containsKey(type.getRawClass());
	}

	@Override
	public @Nullable Object resolve(ToolCall call) {
		JsonNode value = call.arguments().path(this.name);
		if (value.isMissingNode() || value.isNull()) {
			return absent();
		}
		try {
			return this.reader.readValue(value);
		}
		catch (JacksonException ex) {
			throw ToolArgumentsException.of(ex.prependPath(call.arguments(), this.name));
		}
	}

	private @Nullable Object absent() {
		if (this.required) {
			throw new ToolArgumentsException(this.name + " is missing");
		}
		return EMPTY.get(this.type.getRawClass());
	}

}
