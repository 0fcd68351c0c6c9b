package io.realtime4j.spring.event;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Internal post-processor that puts a {@link DelegatingEventMulticaster} before a
 * multicaster that an application brings, which is still found by its type.
 *
 * @since 0.1.0
 */
public final class EventMulticasterPostProcessor implements BeanDefinitionRegistryPostProcessor {

	private static final String NAME = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!registry.containsBeanDefinition(NAME) || !(registry instanceof BeanFactory factory)
				|| factory.isTypeMatch(NAME, RealtimeEventMulticaster.class)) {
			return;
		}
		BeanDefinition own = registry.getBeanDefinition(NAME);
		registry.removeBeanDefinition(NAME);
		registry.registerBeanDefinition(DelegatingEventMulticaster.DELEGATE, own);
		RootBeanDefinition first = new RootBeanDefinition(DelegatingEventMulticaster.class);
		first.setPrimary(true);
		registry.registerBeanDefinition(NAME, first);
	}

}
