package io.realtime4j.spring.boot.autoconfigure.tool;

import java.util.List;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.spring.tool.RealtimeToolProvider;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.SessionTools;
import io.realtime4j.tool.ToolSet;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Gives sessions the tools that could not be known when their settings were made: a bean
 * that needs the session is created before others, and of a bean whose factory method
 * declares an interface the class is known when it is created.
 */
class LateTools implements SessionInterceptor.Factory, SmartInitializingSingleton {

	private final ObjectProvider<RealtimeToolProvider> providers;

	private volatile @Nullable ToolSet early;

	private volatile @Nullable ToolSet complete;

	LateTools(ObjectProvider<RealtimeToolProvider> providers) {
		this.providers = providers;
	}

	/**
	 * Set the tools that sessions have by their settings.
	 * @param tools the tools
	 * @return the same tools
	 */
	ToolSet begin(ToolSet tools) {
		this.early = tools;
		return tools;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ToolSet known = this.early;
		if (known != null) {
			List<? extends CallableTool> late = this.providers.orderedStream()
				.flatMap((provider) -> provider.lateTools().stream())
				.toList();
			this.complete = late.isEmpty() ? null : known.with(late).requireCallableIn(RealtimeSession.class);
		}
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		return new SessionInterceptor() {

			@Override
			public void onSessionEvent(SessionEvent event) {
				if (event instanceof SessionOpened) {
					complete(session);
				}
			}

		};
	}

	private void complete(RealtimeSession session) {
		ToolSet tools = this.complete;
		if (tools != null && session.settings() instanceof RealtimeSessionSettings
				&& SessionTools.of(session).current() == this.early) {
			SessionTools.of(session).use(tools);
		}
	}

}
