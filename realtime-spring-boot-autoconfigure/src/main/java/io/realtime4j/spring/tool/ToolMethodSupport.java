package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.tool.RealtimeTool;
import io.realtime4j.tool.ToolOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

	private final @Nullable ToolMethodValidator validator;

	private final Function<String, @Nullable String> placeholders;

	ToolMethodSupport(@Nullable ToolMethodValidator validator, Function<String, @Nullable String> placeholders) {
		this.validator = validator;
		this.placeholders = placeholders;
	}

	RealtimeTool tool(io.realtime4j.spring.tool.RealtimeTool annotation, Class<?> type, Method method,
			Supplier<Object> bean) {
		ToolParameters parameters = ToolParameters.of(method, type, this.json);
		FunctionTool.Builder definition = FunctionTool.builder()
			.name(StringUtils.hasText(annotation.name()) ? annotation.name() : method.getName())
			.parameters(this.schemas.of(parameters));
		if (StringUtils.hasText(annotation.description())) {
			definition.description(annotation.description());
		}
		return new MethodTool(definition.build(), options(annotation, method), new ToolMethod(method, bean), parameters,
				this.validator, this.json);
	}

	private ToolOptions options(io.realtime4j.spring.tool.RealtimeTool annotation, Method method) {
		boolean approval = annotation.approval() == io.realtime4j.spring.tool.RealtimeTool.Approval.REQUIRED;
		try {
			return new ToolOptions(duration(annotation.timeout()), approval, duration(annotation.approvalTimeout()),
					annotation.followUp(), annotation.abandonOnInterruption());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(
					"@RealtimeTool on " + method.toGenericString() + " has a time-out that is none: " + ex.getMessage(),
					ex);
		}
	}

	private @Nullable Duration duration(String text) {
		String resolved = this.placeholders.apply(text);
		return StringUtils.hasText(resolved) ? DurationFormatterUtils.detectAndParse(resolved) : null;
	}

}
