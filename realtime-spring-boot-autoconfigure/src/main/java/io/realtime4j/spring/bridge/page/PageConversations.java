package io.realtime4j.spring.bridge.page;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.access.PageMemory;
import io.realtime4j.spring.bridge.access.SessionSlots;
import org.jspecify.annotations.Nullable;

/**
 * Begins the conversations of pages, with sessions of one family.
 */
@FunctionalInterface
interface PageConversations {

	/**
	 * Begin a conversation, whose session is not open yet.
	 * @param who whose it is
	 * @param hold the place of its session, which is given back if it cannot be made
	 * @param parts plays and shows it
	 * @param taken the conversation of another node that it goes on with, or {@code null}
	 * @return the conversation
	 */
	Begun begin(BridgeConnection who, PageAdmission.Hold hold, PageSession.Parts parts,
			StoredPages.@Nullable TakenPage taken);

	/**
	 * A conversation that was begun.
	 *
	 * @param conversation the conversation
	 * @param place the place of its session
	 * @param share the memory that it takes
	 * @param resumed whether it goes on with the conversation of another node
	 */
	record Begun(PageConversation conversation, SessionSlots.Place place, PageMemory.Share share, boolean resumed) {

	}

}
