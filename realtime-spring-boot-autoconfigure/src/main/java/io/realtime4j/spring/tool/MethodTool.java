package io.realtime4j.spring.tool;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.tool.RealtimeTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A method of a bean as a tool.
 */
final class MethodTool implements RealtimeTool {

	private static final ToolResult DONE = ToolResult.text("Done.");

	private final FunctionTool definition;

	private final ToolOptions options;

	private final ToolMethod method;

	private final ToolParameters parameters;

	private final @Nullable ToolMethodValidator validator;

	private final JsonMapper json;

	MethodTool(FunctionTool definition, ToolOptions options, ToolMethod method, ToolParameters parameters,
			@Nullable ToolMethodValidator validator, JsonMapper json) {
		this.definition = definition;
		this.options = options;
		this.method = method;
		this.parameters = parameters;
		this.validator = validator;
		this.json = json;
	}

	@Override
	public FunctionTool definition() {
		return this.definition;
	}

	@Override
	public ToolOptions options() {
		return this.options;
	}

	@Override
	public CompletionStage<ToolResult> call(ToolCall call) throws Exception {
		@Nullable Object[] arguments = this.parameters.bind(call);
		Object bean = this.method.bean().get();
		if (this.validator != null) {
			this.validator.validate(bean, this.method.method(), arguments);
		}
		Object value = this.method.invoke(bean, arguments);
		if (value instanceof CompletionStage<?> stage) {
			return stage.thenApply(this::result);
		}
		return CompletableFuture.completedFuture(isVoid() ? DONE : result(value));
	}

	private boolean isVoid() {
		return this.method.method().getReturnType() == void.class;
	}

	private ToolResult result(@Nullable Object value) {
		Object plain = (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
		if (plain instanceof ToolResult result) {
			return result;
		}
		if (plain instanceof CharSequence text) {
			return ToolResult.text(text.toString());
		}
		return ToolResult.text(this.json.writeValueAsString(plain));
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
