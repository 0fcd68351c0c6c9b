package io.realtime4j.store;

import io.realtime4j.session.SessionEvent;

/**
 * Internal recording of one session, for what takes part in it and sees its events. Its
 * methods do not block.
 *
 * @since 0.1.0
 */
public interface ConversationRecording extends RecordedConversation {

	/**
	 * Note that something is being said.
	 */
	void onProgress();

	/**
	 * Note that something was said, or has changed otherwise.
	 */
	void onChange();

	/**
	 * Take a change in the state of the session.
	 * @param event what changed
	 */
	void onSessionEvent(SessionEvent event);

}
