package io.realtime4j.spring.boot.autoconfigure.tool;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.tool.ToolSet;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Knows which kinds of sessions the application has tools for.
 */
class SessionKinds {

	private final ListableBeanFactory beanFactory;

	SessionKinds(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the tools that can be called in sessions of the first family.
	 * @param tools the tools of the application
	 * @return those that can be called
	 * @throws IllegalArgumentException if one can be called in no session that the
	 * application has
	 */
	ToolSet toolsOfRealtimeSessions(ToolSet tools) {
		if (!hasLiveSessions()) {
			return tools.requireCallableIn(RealtimeSession.class);
		}
		ToolSet callable = tools.callableIn(RealtimeSession.class);
		tools.without(callable.names().toArray(String[]::new)).requireCallableIn(LiveSession.class);
		return callable;
	}

	private boolean hasLiveSessions() {
		return this.beanFactory.getBeanNamesForType(LiveSpec.class, true, false).length > 0;
	}

}
