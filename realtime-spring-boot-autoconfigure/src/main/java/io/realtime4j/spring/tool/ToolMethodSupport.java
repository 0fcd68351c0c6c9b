package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Function;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.spring.tool.BeanMethods.BeanMethod;
import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.StringUtils;

/**
 * Makes tools of annotated methods.
 */
class ToolMethodSupport {

	/**
	 * The mapper of the tools alone: settings of the application's own would make the
	 * arguments differ from the schema.
	 */
	private final JsonMapper json = JsonMapper.builder().findAndAddModules().build();

	private final ToolSchemas schemas = new ToolSchemas(this.json);

	private final ToolResults results = new ToolResults(this.json);

	private final @Nullable ToolMethodValidator validator;

	private final Function<String, @Nullable String> placeholders;

	ToolMethodSupport(@Nullable ToolMethodValidator validator, Function<String, @Nullable String> placeholders) {
		this.validator = validator;
		this.placeholders = placeholders;
	}

	CallableTool tool(io.realtime4j.spring.tool.RealtimeTool annotation, BeanMethod bean) {
		Method method = bean.method();
		ToolLocation location = new ToolLocation(bean.beanName(), method, null);
		KotlinMethods.requireCoroutines(method, location);
		ResolvableType result = resultOf(method, bean.type());
		requireTellable(result, location);
		ToolParameters parameters = ToolParameters.of(method, bean.type(), this.json, location);
		FunctionTool.Builder definition = FunctionTool.builder()
			.name(StringUtils.hasText(annotation.name()) ? annotation.name() : KotlinMethods.name(method))
			.parameters(this.schemas.of(parameters));
		if (StringUtils.hasText(annotation.description())) {
			definition.description(annotation.description());
		}
		ToolMethod toolMethod = new ToolMethod(method, bean.bean(), UntellableTypes.isNothing(result));
		return new MethodTool(definition.build(), options(annotation, location), toolMethod, parameters, this.validator,
				this.results);
	}

	// That of a function that suspends stands in its last parameter
	private static ResolvableType resultOf(Method method, Class<?> type) {
		return KotlinMethods.isSuspending(method)
				? ResolvableType.forType(new MethodParameter(method, -1).getGenericParameterType())
				: ResolvableType.forMethodReturnType(method, type);
	}

	private static void requireTellable(ResolvableType result, ToolLocation location) {
		Class<?> untellable = UntellableTypes.find(result);
		if (untellable != null) {
			throw new ToolDefinitionException(location,
					"gives a " + untellable.getTypeName() + ", which cannot be sent to the model",
					UntellableTypes.adviceFor(untellable), null);
		}
	}

	private ToolOptions options(io.realtime4j.spring.tool.RealtimeTool annotation, ToolLocation location) {
		boolean approval = annotation.approval() == io.realtime4j.spring.tool.RealtimeTool.Approval.REQUIRED;
		try {
			return new ToolOptions(duration(annotation.timeout()), approval, duration(annotation.approvalTimeout()),
					annotation.followUp(), annotation.abandonOnInterruption(), annotation.idempotent());
		}
		catch (IllegalArgumentException ex) {
			throw new ToolDefinitionException(location, "has an invalid time-out: " + ex.getMessage(),
					"Write a time longer than zero, such as 10s or PT10S.", ex);
		}
	}

	private @Nullable Duration duration(String text) {
		String resolved = this.placeholders.apply(text);
		return StringUtils.hasText(resolved) ? DurationFormatterUtils.detectAndParse(resolved) : null;
	}

}
