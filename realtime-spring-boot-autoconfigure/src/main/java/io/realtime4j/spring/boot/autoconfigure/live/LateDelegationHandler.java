package io.realtime4j.spring.boot.autoconfigure.live;

import java.util.List;

import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Finds the handler of the application when there is work to do, so that the handler may
 * need the client of live sessions. That there is more than one is found at the start.
 */
class LateDelegationHandler implements SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final ObjectProvider<DelegationHandler> handlers;

	LateDelegationHandler(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.handlers = beanFactory.getBeanProvider(DelegationHandler.class);
	}

	/**
	 * Return whether there is a handler, without creating it.
	 * @return whether there is one
	 */
	boolean isPresent() {
		return !names().isEmpty();
	}

	private List<String> names() {
		return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, DelegationHandler.class,
				true, false));
	}

	@Nullable String handle(DelegatedTask task) throws Exception {
		return this.handlers.getObject().handle(task);
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			if (names().size() > 1) {
				this.handlers.getIfAvailable();
			}
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new AmbiguousDelegationHandlerException(names());
		}
	}

}
