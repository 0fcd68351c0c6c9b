package io.realtime4j.spring.tool;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.realtime4j.tool.ToolArgumentsException;
import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
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

	private ModelParameter(MethodParameter parameter, String name, boolean required, JavaType type,
			ObjectReader reader) {
		this.parameter = parameter;
		this.name = name;
		this.required = required;
		this.type = type;
		this.reader = reader;
	}

	static ModelParameter of(MethodParameter parameter, JsonMapper json) {
		RealtimeToolParam annotation = annotation(parameter);
		boolean required = !isOptional(parameter) && (annotation == null || annotation.required());
		if (!required && parameter.getParameterType().isPrimitive()) {
			throw new IllegalStateException("Parameter " + parameter.getParameterIndex() + " of "
					+ parameter.getExecutable().toGenericString() + " may be left out and so must not be primitive");
		}
		JavaType type = json.constructType(typeOf(parameter));
		return new ModelParameter(parameter, name(parameter, annotation), required, type, json.readerFor(type));
	}

	private static boolean isOptional(MethodParameter parameter) {
		return parameter.isOptional() || PRIMITIVE_OPTIONALS.containsKey(parameter.getParameterType());
	}

	private static String name(MethodParameter parameter, @Nullable RealtimeToolParam annotation) {
		String name = (annotation != null && StringUtils.hasText(annotation.name())) ? annotation.name()
				: parameter.getParameterName();
		if (name == null) {
			throw new IllegalStateException(
					"Parameter " + parameter.getParameterIndex() + " of " + parameter.getExecutable().toGenericString()
							+ " has no name: compile with -parameters, or name it by @RealtimeToolParam");
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

	// The type of the value, without an Optional around it
	Type schemaType() {
		Class<?> primitive = PRIMITIVE_OPTIONALS.get(this.type.getRawClass());
		if (primitive != null) {
			return primitive;
		}
		return (this.type.getRawClass() == Optional.class)
				? ResolvableType.forMethodParameter(this.parameter).getGeneric().getType() : typeOf(this.parameter);
	}

	private static Type typeOf(MethodParameter parameter) {
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
