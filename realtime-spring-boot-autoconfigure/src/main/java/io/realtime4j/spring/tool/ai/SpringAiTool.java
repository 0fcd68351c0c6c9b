package io.realtime4j.spring.tool.ai;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

/**
 * A tool of Spring AI. Its context holds the session and the call.
 */
final class SpringAiTool implements CallableTool {

	private final FunctionTool definition;

	private final Supplier<ToolCallback> callback;

	SpringAiTool(FunctionTool definition, Supplier<ToolCallback> callback) {
		this.definition = definition;
		this.callback = callback;
	}

	static FunctionTool definitionOf(ToolDefinition definition, JsonMapper json) {
		JsonNode schema = json.readTree(definition.inputSchema());
		if (schema instanceof ObjectNode object) {
			object.remove("$schema");
		}
		return FunctionTool.builder()
			.name(definition.name())
			.description(definition.description())
			.parameters(schema)
			.build();
	}

	@Override
	public FunctionTool definition() {
		return this.definition;
	}

	@Override
	public CompletionStage<ToolResult> call(ToolCall call) throws Exception {
		ToolContext context = new ToolContext(Map.of("session", call.session(), "call", call));
		try {
			String output = this.callback.get().call(call.arguments().toString(), context);
			return CompletableFuture.completedFuture(ToolResult.text(String.valueOf(output)));
		}
		catch (ToolExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

	@Override
	public String toString() {
		return "Spring AI tool " + this.definition.name();
	}

}
