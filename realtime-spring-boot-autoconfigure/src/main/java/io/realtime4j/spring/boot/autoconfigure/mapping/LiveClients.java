package io.realtime4j.spring.boot.autoconfigure.mapping;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSpec;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Internal access to live sessions for what other properties let use them.
 */
public final class LiveClients {

	private LiveClients() {
	}

	/**
	 * Return the client of live sessions, which has a default for them.
	 * @param beanFactory has the client
	 * @param setting the property that needs it, with its value
	 * @return the client
	 * @throws InvalidRealtimePropertyException if nothing says what live sessions are
	 */
	public static LiveClient require(ListableBeanFactory beanFactory, String setting) {
		LiveClient client = beanFactory.getBeanProvider(LiveClient.class).getIfAvailable();
		boolean possible = client != null && beanFactory.getBeanNamesForType(LiveSpec.class).length > 0;
		PropertyChecks.check(possible, "realtime.live.model",
				"must be set with '" + setting + "', for example to gpt-live-1");
		return beanFactory.getBean(LiveClient.class);
	}

}
