package io.realtime4j.spring.logging;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.live.tool.DelegationException;
import io.realtime4j.live.tool.DelegationFinished;
import io.realtime4j.live.tool.DelegationListener;
import io.realtime4j.live.tool.DelegationOutcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal listener that logs delegated work that failed, with its ids and never with
 * what was spoken.
 *
 * @since 0.1.0
 */
public class DelegationLogger implements DelegationListener {

	private static final Log logger = LogFactory.getLog(DelegationLogger.class);

	private final LimitedLog log = new LimitedLog(logger);

	@Override
	public void onDelegationEvent(LiveSession session, DelegationEvent event) {
		if (event instanceof DelegationFinished finished) {
			log(session.id(), "session=" + session.id() + ", delegation=" + name(finished.task()), finished.outcome());
		}
	}

	private static String name(DelegatedTask task) {
		return String.valueOf(task.id());
	}

	private void log(String id, String ids, DelegationOutcome outcome) {
		if (outcome instanceof DelegationOutcome.Failed failed && !(failed.cause() instanceof DelegationException)) {
			this.log.error(id, "Delegated work failed [" + ids + "]; the model was informed", failed.cause());
		}
		else if (outcome instanceof DelegationOutcome.NotTold notTold) {
			this.log.warn(id, "The answer to delegated work could not be told [" + ids + "]", notTold.cause());
		}
		else if (outcome instanceof DelegationOutcome.NotHandled) {
			this.log.warn(id, "The model delegated work that nobody does [" + ids + "]: declare a bean of type"
					+ " DelegationHandler, or have a model do it by 'realtime.live.delegation.responses.model'");
		}
		else if (outcome instanceof DelegationOutcome.Answered answered && answered.omitted() > 0) {
			this.log.warn(id, "The answer to delegated work was too long [" + ids + "]: " + answered.omitted()
					+ " characters were left out");
		}
		else if (outcome instanceof DelegationOutcome.TimedOut || outcome instanceof DelegationOutcome.Overloaded
				|| outcome instanceof DelegationOutcome.NotAnswered) {
			this.log.warn(id, "Delegated work gave no answer [" + ids + "]: " + outcome);
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("Delegated work ended [" + ids + "]: " + outcome.getClass().getSimpleName());
		}
	}

}
