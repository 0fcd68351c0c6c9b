package io.realtime4j.spring.boot.autoconfigure.store;

import io.realtime4j.store.ConversationStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Warning for who configures a store and has none: what is said would be lost, and nobody
 * told.
 */
class StoreAdvice implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StoreAdvice.class);

	private static final String PREFIX = "realtime.store";

	private final ObjectProvider<ConversationStore> store;

	private final Environment environment;

	StoreAdvice(ObjectProvider<ConversationStore> store, Environment environment) {
		this.store = store;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean configured = Binder.get(this.environment)
			.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
			.isBound();
		if (configured && this.store.stream().findAny().isEmpty()) {
			logger.warn("'" + PREFIX + "' has no effect without '" + PREFIX
					+ ".type=jdbc' or a bean of type ConversationStore: no conversation is stored");
		}
	}

}
