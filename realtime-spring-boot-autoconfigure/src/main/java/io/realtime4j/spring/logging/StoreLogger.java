package io.realtime4j.spring.logging;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.store.ConversationNotStored;
import io.realtime4j.store.ConversationTaken;
import io.realtime4j.store.ItemNotStored;
import io.realtime4j.store.StoreEvent;
import io.realtime4j.store.StoreFailing;
import io.realtime4j.store.StoreListener;
import io.realtime4j.store.StoreRecovered;
import io.realtime4j.store.WorkNotStored;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Internal listener that logs what happens between sessions and the store of their
 * conversations.
 */
public class StoreLogger implements StoreListener {

	private static final Log logger = LogFactory.getLog(StoreLogger.class);

	private final LimitedLog log = new LimitedLog(logger);

	@Override
	public void onStoreEvent(VoiceSession session, StoreEvent event) {
		String conversation = "The conversation " + event.conversationId();
		if (event instanceof StoreFailing failing) {
			logger.warn(conversation + " cannot be stored, is kept in memory and tried again: "
					+ failing.failure().getClass().getSimpleName());
			logger.debug("The store fails", failing.failure());
		}
		else if (event instanceof StoreRecovered recovered) {
			logger.info(conversation + " is stored again, after " + recovered.attempts() + " attempts");
		}
		else if (event instanceof ConversationNotStored) {
			logger.warn(conversation + " is over, and its last part was given up: the store did not take it");
		}
		else if (event instanceof ItemNotStored item) {
			logger.warn(conversation + " is stored without an item of " + item.length() + " characters");
		}
		else if (event instanceof WorkNotStored work) {
			this.log.warn(session.id(), conversation + ": the work " + work.workId()
					+ " begins before the store knows of it. If this node dies now, it may be done again");
		}
		else if (event instanceof ConversationTaken taken) {
			logger.info(conversation
					+ (taken.deleted() ? " was deleted, and is not stored any more" : " goes on in another session"));
		}
	}

}
