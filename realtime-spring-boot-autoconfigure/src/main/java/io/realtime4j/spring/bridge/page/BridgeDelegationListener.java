package io.realtime4j.spring.bridge.page;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegationEvent;
import io.realtime4j.live.tool.DelegationFinished;
import io.realtime4j.live.tool.DelegationListener;
import io.realtime4j.live.tool.DelegationOutcome;

/**
 * Internal listener that shows the work on pages that handlers of the application do.
 *
 * @since 0.1.0
 */
public class BridgeDelegationListener implements DelegationListener {

	@Override
	public void onDelegationEvent(LiveSession session, DelegationEvent event) {
		PageView view = session.feature(PageView.class);
		String id = event.task().id();
		if (view != null && id != null) {
			view.onWork(id, state(event));
		}
	}

	private static String state(DelegationEvent event) {
		if (event instanceof DelegationFinished finished) {
			return (finished.outcome() instanceof DelegationOutcome.Answered) ? PageView.FINISHED : PageView.FAILED;
		}
		return PageView.STARTED;
	}

}
