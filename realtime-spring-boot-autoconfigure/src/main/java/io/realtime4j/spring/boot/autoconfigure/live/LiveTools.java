package io.realtime4j.spring.boot.autoconfigure.live;

import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.model.Toggle;
import io.realtime4j.spring.boot.autoconfigure.tool.LateTools;
import io.realtime4j.tool.ToolSet;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives live sessions the tools of the application, those included that are known when
 * all beans are there.
 */
class LiveTools {

	private static final Log logger = LogFactory.getLog(LiveTools.class);

	private final ObjectProvider<ToolSet> tools;

	private final ObjectProvider<LateTools> lateTools;

	private volatile boolean equipping;

	private volatile @Nullable ToolSet given;

	LiveTools(ObjectProvider<ToolSet> tools, ObjectProvider<LateTools> lateTools) {
		this.tools = tools;
		this.lateTools = lateTools;
	}

	/**
	 * Add the tools that are known so far to the default of sessions.
	 * @param spec the default
	 */
	void equip(LiveSpec.Builder spec) {
		this.equipping = true;
		ToolSet known = ofLiveSessions(this.tools.getIfAvailable(ToolSet::empty));
		if (known.names().isEmpty()) {
			return;
		}
		if (hasTools(spec.settings().delegation())) {
			LiveToolRunner.equip(spec, known);
			this.given = known;
		}
		else {
			logger.info("Tools are not offered in live sessions, since their work is not delegated to a model of the"
					+ " Responses API: 'realtime.live.delegation.responses.model' names one");
		}
	}

	private static boolean hasTools(@Nullable Toggle<DelegationSettings> delegation) {
		return delegation != null && delegation.value() instanceof ResponsesDelegation;
	}

	/**
	 * Return the default of sessions with all of the tools. One that was not made with
	 * {@link #equip} is the application's own, and stays as it is.
	 * @param spec the default, with the tools that were known when it was made
	 * @return the same, or one with the tools that were found since
	 */
	LiveSpec complete(LiveSpec spec) {
		LateTools late = this.lateTools.getIfAvailable();
		ToolSet all = (late != null && this.equipping) ? late.complete() : null;
		if (all == null || spec.feature(ToolSet.class) != this.given || !hasTools(spec.settings().delegation())) {
			return spec;
		}
		return LiveToolRunner.equip(spec.toBuilder(), ofLiveSessions(all)).build();
	}

	// MCP servers belong to the delegation, which has a form of its own for them
	private static ToolSet ofLiveSessions(ToolSet tools) {
		return tools.callableIn(LiveSession.class).withoutServers();
	}

}
