package io.realtime4j.spring.boot.autoconfigure.live;

import java.util.List;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.Assert;

/**
 * Finds the handler of the application when there is work to do, so that the handler may
 * need the client of live sessions. That there is more than one is found at the start,
 * where a runner has it and sessions have a default.
 */
class LateDelegationHandler implements SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final ObjectProvider<DelegationHandler> handlers;

	private volatile boolean given;

	LateDelegationHandler(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.handlers = beanFactory.getBeanProvider(DelegationHandler.class);
	}

	/**
	 * Return whether there is a handler, without creating it.
	 * @return whether there is one
	 */
	boolean isPresent() {
		return !names(DelegationHandler.class).isEmpty();
	}

	/**
	 * Return the handler for a runner.
	 * @return the handler, which finds that of the application for each task
	 */
	DelegationHandler give() {
		this.given = true;
		return this::handle;
	}

	private @Nullable String handle(DelegatedTask task) throws Exception {
		DelegationHandler handler = find();
		Assert.state(handler != null, "No bean of type DelegationHandler does work by default");
		return handler.handle(task);
	}

	// An application may have handlers for something else than its sessions
	@Override
	public void afterSingletonsInstantiated() {
		if (this.given && names(DelegationHandler.class).size() > 1 && !names(LiveSpec.class).isEmpty()) {
			find();
		}
	}

	private @Nullable DelegationHandler find() {
		try {
			return this.handlers.getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new AmbiguousDelegationHandlerException(names(DelegationHandler.class));
		}
	}

	private List<String> names(Class<?> type) {
		return List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, type, true, false));
	}

}
