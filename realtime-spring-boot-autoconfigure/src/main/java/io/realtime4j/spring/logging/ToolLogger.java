package io.realtime4j.spring.logging;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.tool.ToolApprovalRequested;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolDecision.Kind;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.tool.ToolOutcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal listener that logs failed calls of tools and requests for approval, with their
 * ids and never with their arguments.
 *
 * @since 0.1.0
 */
public class ToolLogger implements ToolListener {

	private static final Log logger = LogFactory.getLog(ToolLogger.class);

	private final LimitedLog log = new LimitedLog(logger);

	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		if (event instanceof ToolCallFinished finished) {
			log(finished.call(), finished.outcome());
		}
		else if (event instanceof ToolApprovalRequested requested) {
			ToolApproval approval = requested.approval();
			this.log.info(session.id(),
					"A call of a tool waits " + approval.timeout().toSeconds() + " s for approval [" + approval + "]");
		}
	}

	private void log(ToolCall call, ToolOutcome outcome) {
		String id = call.session().id();
		if (outcome instanceof ToolOutcome.Failed failed && !(failed.cause() instanceof ToolException)) {
			this.log.error(id, "A tool failed [" + call + "]; the model was informed", failed.cause());
		}
		else if (outcome instanceof ToolOutcome.NotSent notSent) {
			this.log.warn(id, "The output of a tool could not be sent [" + call + "]", notSent.cause());
		}
		else if (outcome instanceof ToolOutcome.Succeeded succeeded && succeeded.omitted() > 0) {
			this.log.warn(id, "The output of a tool was too long [" + call + "]: " + succeeded.omitted()
					+ " characters were left out");
		}
		else if (outcome instanceof ToolOutcome.TimedOut || outcome instanceof ToolOutcome.Overloaded) {
			this.log.warn(id, "A tool gave no result [" + call + "]: " + outcome);
		}
		else if (outcome instanceof ToolOutcome.Denied denied && denied.decision().kind() == Kind.TIMED_OUT) {
			this.log.warn(id, "Nobody approved or rejected a call of a tool in time, so it was denied [" + call
					+ "]. Decide it by the approval of the event ToolApprovalRequested");
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("A call of a tool ended [" + call + "]: " + outcome.getClass().getSimpleName());
		}
	}

}
