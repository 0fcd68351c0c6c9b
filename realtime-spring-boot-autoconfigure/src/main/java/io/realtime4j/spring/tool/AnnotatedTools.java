package io.realtime4j.spring.tool;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.tool.CallableTool;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Internal finder of the methods of beans that are annotated with
 * {@link RealtimeTool @RealtimeTool}. No bean is created before a tool of it is called.
 *
 * @since 0.1.0
 */
public class AnnotatedTools implements RealtimeToolProvider {

	private final BeanMethods methods;

	private final ToolMethodSupport support;

	/**
	 * Create a provider.
	 * @param beanFactory has the beans
	 * @param validator validates arguments, or {@code null} to leave that out
	 */
	public AnnotatedTools(ConfigurableListableBeanFactory beanFactory, @Nullable ToolMethodValidator validator) {
		this.methods = new BeanMethods(beanFactory);
		this.support = new ToolMethodSupport(validator, beanFactory::resolveEmbeddedValue);
	}

	@Override
	public List<CallableTool> tools() {
		List<CallableTool> tools = new ArrayList<>();
		this.methods.forEach(io.realtime4j.spring.tool.RealtimeTool.class,
				(annotation, method) -> tools.add(this.support.tool(annotation, method)));
		return tools;
	}

	@Override
	public List<CallableTool> lateTools() {
		return tools();
	}

}
