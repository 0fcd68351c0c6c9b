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
 * Internal holder of the tools that could not be known when the settings of sessions were
 * made, which it gives to them: a bean that needs the session is created before others,
 * and of a bean whose factory method declares an interface the class is known when it is
 * created.
 */
public class LateTools implements SessionInterceptor.Factory, SmartInitializingSingleton {

	private final ObjectProvider<RealtimeToolProvider> providers;

	private final SessionKinds kinds;

	private volatile @Nullable ToolSet early;

	private volatile @Nullable ToolSet given;

	private volatile @Nullable ToolSet complete;

	LateTools(ObjectProvider<RealtimeToolProvider> providers, SessionKinds kinds) {
		this.providers = providers;
		this.kinds = kinds;
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

	/**
	 * Return what is given to sessions by their settings.
	 * @param tools the tools of the application
	 * @return those that the sessions can call
	 */
	ToolSet give(ToolSet tools) {
		ToolSet callable = this.kinds.toolsOfRealtimeSessions(tools);
		this.given = callable;
		return callable;
	}

	/**
	 * Return all tools of the application, when some of them were found late.
	 * @return the tools for sessions of every kind, or {@code null} if those known before
	 * are all of them
	 */
	public @Nullable ToolSet complete() {
		return this.complete;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ToolSet known = this.early;
		if (known != null) {
			List<? extends CallableTool> late = this.providers.orderedStream()
				.flatMap((provider) -> provider.lateTools().stream())
				.toList();
			ToolSet all = known.with(late);
			this.kinds.toolsOfRealtimeSessions(all);
			this.complete = late.isEmpty() ? null : all;
		}
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		return new SessionInterceptor() {

			@Override
			public void onSessionEvent(SessionEvent event) {
				if (event instanceof SessionOpened) {
					equip(session);
				}
			}

		};
	}

	private void equip(RealtimeSession session) {
		ToolSet tools = this.complete;
		if (tools != null && session.settings() instanceof RealtimeSessionSettings
				&& isIncomplete(SessionTools.of(session).current())) {
			SessionTools.of(session).use(this.kinds.toolsOfRealtimeSessions(tools));
		}
	}

	// An application may give the tools by itself
	private boolean isIncomplete(ToolSet current) {
		return current == this.given || current == this.early;
	}

}
