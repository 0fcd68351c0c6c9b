package io.realtime4j.spring.tool;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.mockito.Mockito.mock;

/**
 * Tools of beans, called without a session.
 */
public final class ToolBeans {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	public ToolBeans(Class<?> type) {
		this.beanFactory.registerBeanDefinition("tools", new RootBeanDefinition(type));
	}

	public CallableTool tool(String name) {
		return new AnnotatedTools(this.beanFactory, null).tools()
			.stream()
			.map(CallableTool.class::cast)
			.filter((tool) -> name.equals(tool.definition().name()))
			.findFirst()
			.orElseThrow();
	}

	public JsonNode schema(String name) {
		return JsonMapper.shared().readTree(String.valueOf(tool(name).definition().parameters()));
	}

	public CompletableFuture<ToolResult> start(String name, String arguments) throws Exception {
		ToolCall call = new ToolCall(mock(RealtimeSession.class), "resp_1", "item_1", "call_1", name, arguments,
				JsonMapper.shared().readTree(arguments));
		return tool(name).call(call).toCompletableFuture();
	}

	public String call(String name, String arguments) throws Exception {
		return start(name, arguments).get(10, TimeUnit.SECONDS).output();
	}

}
