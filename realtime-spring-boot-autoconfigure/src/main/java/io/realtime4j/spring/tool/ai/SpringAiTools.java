package io.realtime4j.spring.tool.ai;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.realtime4j.spring.tool.BeanMethods;
import io.realtime4j.spring.tool.RealtimeToolProvider;
import io.realtime4j.tool.CallableTool;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.ai.tool.method.MethodToolCallback;
import org.springframework.ai.tool.support.ToolDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Internal provider of the tools of Spring AI: beans of {@link ToolCallback} and
 * {@link ToolCallbackProvider}, and methods of beans that are annotated with
 * {@link Tool @Tool}. Where two have the same name, the bean comes before the method.
 *
 * @since 0.1.0
 */
public class SpringAiTools implements RealtimeToolProvider {

	private final ObjectProvider<ToolCallback> callbacks;

	private final ObjectProvider<ToolCallbackProvider> providers;

	private final BeanMethods methods;

	/**
	 * Create a provider.
	 * @param callbacks the single tools
	 * @param providers what has several tools
	 * @param beanFactory has the beans with annotated methods
	 */
	public SpringAiTools(ObjectProvider<ToolCallback> callbacks, ObjectProvider<ToolCallbackProvider> providers,
			ConfigurableListableBeanFactory beanFactory) {
		this.callbacks = callbacks;
		this.providers = providers;
		this.methods = new BeanMethods(beanFactory);
	}

	@Override
	public List<CallableTool> tools() {
		Map<String, CallableTool> tools = new LinkedHashMap<>();
		Stream
			.concat(this.callbacks.orderedStream(),
					this.providers.orderedStream().flatMap((provider) -> Stream.of(provider.getToolCallbacks())))
			.forEach((callback) -> add(tools, callback.getToolDefinition(), () -> callback));
		addMethods(tools);
		return List.copyOf(tools.values());
	}

	@Override
	public List<CallableTool> lateTools() {
		Map<String, CallableTool> tools = new LinkedHashMap<>();
		addMethods(tools);
		return List.copyOf(tools.values());
	}

	private void addMethods(Map<String, CallableTool> tools) {
		this.methods.forEach(Tool.class, (annotation, bean) -> {
			ToolDefinition definition = ToolDefinitions.from(bean.method());
			add(tools, definition, () -> callback(definition, bean.method(), bean.bean().get()));
		});
	}

	private static void add(Map<String, CallableTool> tools, ToolDefinition definition,
			Supplier<ToolCallback> callback) {
		tools.putIfAbsent(definition.name(),
				new SpringAiTool(SpringAiTool.definitionOf(definition, JsonMapper.shared()), callback));
	}

	private static ToolCallback callback(ToolDefinition definition, Method method, Object bean) {
		return MethodToolCallback.builder()
			.toolDefinition(definition)
			.toolMetadata(ToolMetadata.from(method))
			.toolMethod(method)
			.toolObject(bean)
			.build();
	}

}
