package io.realtime4j.spring.bridge.page;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;

/**
 * Shows a page all that the service says, as it was received.
 */
final class LiveDeveloperListener implements LiveListener {

	private final PageView view;

	LiveDeveloperListener(PageView view) {
		this.view = view;
	}

	@Override
	public void onEvent(LiveSession session, LiveServerEvent event, String json) {
		this.view.onHeard(session.id(), json);
	}

}
