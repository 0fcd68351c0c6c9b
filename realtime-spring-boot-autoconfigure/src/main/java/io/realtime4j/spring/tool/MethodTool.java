package io.realtime4j.spring.tool;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import org.jspecify.annotations.Nullable;

/**
 * A method of a bean as a tool.
 */
final class MethodTool implements CallableTool {

	private final FunctionTool definition;

	private final ToolOptions options;

	private final ToolMethod method;

	private final ToolParameters parameters;

	private final @Nullable ToolMethodValidator validator;

	private final ToolResults results;

	MethodTool(FunctionTool definition, ToolOptions options, ToolMethod method, ToolParameters parameters,
			@Nullable ToolMethodValidator validator, ToolResults results) {
		this.definition = definition;
		this.options = options;
		this.method = method;
		this.parameters = parameters;
		this.validator = validator;
		this.results = results;
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
	public Class<? extends VoiceSession> sessionType() {
		return this.parameters.sessionType();
	}

	@Override
	public void check(ToolCall call) {
		arguments(call, this.method.bean());
	}

	@Override
	public CompletionStage<ToolResult> call(ToolCall call) throws Exception {
		Object bean = this.method.bean().get();
		@Nullable Object[] arguments = arguments(call, () -> bean);
		return this.results.tell(this.method.invoke(bean, arguments), this.method.givesNothing());
	}

	private @Nullable Object[] arguments(ToolCall call, Supplier<?> bean) {
		@Nullable Object[] arguments = this.parameters.bind(call);
		if (this.validator != null) {
			this.validator.validate(bean.get(), this.method.method(),
					Arrays.copyOf(arguments, this.method.method().getParameterCount()));
		}
		return arguments;
	}

	@Override
	public void abandon(CompletionStage<ToolResult> result) {
		result.toCompletableFuture().cancel(true);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
