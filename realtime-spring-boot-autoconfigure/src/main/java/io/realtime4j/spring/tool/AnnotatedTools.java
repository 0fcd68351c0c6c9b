package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.tool.RealtimeTool;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * The methods of all beans that are annotated with
 * {@link io.realtime4j.spring.tool.RealtimeTool @RealtimeTool}. They are found by the
 * types of the beans: no bean is created before a tool of it is called.
 *
 * @since 0.1.0
 */
public class AnnotatedTools implements RealtimeToolProvider {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ToolMethodSupport support;

	/**
	 * Create a provider.
	 * @param beanFactory has the beans
	 * @param validator validates arguments, or {@code null} to leave that out
	 */
	public AnnotatedTools(ConfigurableListableBeanFactory beanFactory, @Nullable ToolMethodValidator validator) {
		this.beanFactory = beanFactory;
		this.support = new ToolMethodSupport(validator, beanFactory::resolveEmbeddedValue);
	}

	@Override
	public List<RealtimeTool> tools() {
		List<RealtimeTool> tools = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = typeOf(beanName);
			if (type != null && !ScopedProxyUtils.isScopedTarget(beanName) && mayHaveTools(type)) {
				tools.addAll(toolsOf(beanName, type));
			}
		}
		return tools;
	}

	// The class of the application, where a proxy stands before it
	private @Nullable Class<?> typeOf(String beanName) {
		if (this.beanFactory.containsBeanDefinition(beanName) && this.beanFactory.getMergedBeanDefinition(beanName)
			.getAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE) instanceof Class<?> target) {
			return target;
		}
		Class<?> type = this.beanFactory.getType(beanName, false);
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private static boolean mayHaveTools(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, io.realtime4j.spring.tool.RealtimeTool.class);
	}

	private List<RealtimeTool> toolsOf(String beanName, Class<?> type) {
		Map<Method, io.realtime4j.spring.tool.RealtimeTool> methods = MethodIntrospector.selectMethods(type,
				(MethodIntrospector.MetadataLookup<io.realtime4j.spring.tool.@Nullable RealtimeTool>) (
						method) -> AnnotatedElementUtils.findMergedAnnotation(method,
								io.realtime4j.spring.tool.RealtimeTool.class));
		List<RealtimeTool> tools = new ArrayList<>();
		methods.forEach((method, annotation) -> tools
			.add(this.support.tool(annotation, type, method, () -> this.beanFactory.getBean(beanName))));
		return tools;
	}

}
