package io.realtime4j.session;

import io.realtime4j.event.server.ServerEvent;

/**
 * What a control lane brings about outside of itself.
 */
interface ControlOutcome {

	void deliver(Inbox.Entry entry);

	// Return whether listeners shall hear of the event
	boolean intercept(ServerEvent event);

	void intercept(SessionEvent event);

	void complete(Runnable completion);

	void onOpened();

	void onClosed(CloseCause cause);

	String nextEventId();

}
