package io.realtime4j.spring.tool;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Internal finder of annotated methods of beans. They are found by the types of the
 * beans, of which none is created: the class of those that exist, and for all others what
 * their definitions say.
 *
 * @since 0.1.0
 */
public class BeanMethods {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> visited = new HashSet<>();

	/**
	 * Create an instance.
	 * @param beanFactory has the beans
	 */
	public BeanMethods(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Visit all methods that have an annotation and that were not visited before. Beans
	 * that were created meanwhile may have more of them than their definitions said.
	 * @param <A> the type of the annotation
	 * @param annotationType the type of the annotation
	 * @param visitor is told of each method
	 */
	public <A extends Annotation> void forEach(Class<A> annotationType, Visitor<A> visitor) {
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = typeOf(beanName);
			if (type != null && !ScopedProxyUtils.isScopedTarget(beanName)
					&& AnnotationUtils.isCandidateClass(type, annotationType)) {
				Map<Method, A> methods = MethodIntrospector.selectMethods(type,
						(MethodIntrospector.MetadataLookup<A>) (method) -> AnnotatedElementUtils
							.findMergedAnnotation(method, annotationType));
				methods.forEach((method, annotation) -> {
					if (this.visited.add(beanName + " " + method.getName() + List.of(method.getParameterTypes()))) {
						visitor.visit(annotation,
								new BeanMethod(beanName, type, method, () -> this.beanFactory.getBean(beanName)));
					}
				});
			}
		}
	}

	// The class of the application, where a proxy stands before it
	private @Nullable Class<?> typeOf(String beanName) {
		String targetName = ScopedProxyUtils.getTargetBeanName(beanName);
		if (this.beanFactory.containsBeanDefinition(targetName)) {
			return this.beanFactory.getType(targetName, false);
		}
		if (this.beanFactory.containsBeanDefinition(beanName) && this.beanFactory.getMergedBeanDefinition(beanName)
			.getAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE) instanceof Class<?> target) {
			return target;
		}
		Class<?> type = this.beanFactory.getType(beanName, false);
		Object bean = this.beanFactory.containsSingleton(beanName) ? this.beanFactory.getSingleton(beanName) : null;
		// The singleton of a factory bean is the factory
		if (bean != null && type != null && type.isInstance(bean)) {
			return AopProxyUtils.ultimateTargetClass(bean);
		}
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	/**
	 * Is told of an annotated method.
	 *
	 * @param <A> the type of the annotation
	 */
	@FunctionalInterface
	public interface Visitor<A extends Annotation> {

		/**
		 * Visit a method.
		 * @param annotation the annotation, with its aliases merged
		 * @param method the method
		 */
		void visit(A annotation, BeanMethod method);

	}

	/**
	 * A method of a bean.
	 *
	 * @param beanName the name of the bean
	 * @param type the class of the bean
	 * @param method the method
	 * @param bean gives the bean, which it creates at the first call if need be
	 */
	public record BeanMethod(String beanName, Class<?> type, Method method, Supplier<Object> bean) {

	}

}
