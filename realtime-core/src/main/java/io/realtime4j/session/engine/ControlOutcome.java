package io.realtime4j.session.engine;

import io.realtime4j.session.CloseCause;

/**
 * Callback of a control lane to its session.
 */
interface ControlOutcome {

	// Run something on a listener thread
	void async(Runnable action);

	void onOpened();

	void onClosed(CloseCause cause);

}
