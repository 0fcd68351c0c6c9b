package io.realtime4j.spring.bridge.page;

import java.util.function.Supplier;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.PageMemory;
import io.realtime4j.spring.bridge.access.SessionSlots;
import io.realtime4j.store.TakenConversation;
import org.jspecify.annotations.Nullable;

/**
 * Begins the conversations of pages, with sessions of one family.
 */
@FunctionalInterface
interface PageConversations {

	/**
	 * Begin a conversation, whose session is not open yet.
	 * @param who whose it is
	 * @param parts plays and shows it
	 * @param takeOver takes over the conversation of another node that it goes on with,
	 * or returns {@code null}; asked once there is a place
	 * @return the conversation, or {@code null} if there are too many
	 */
	@Nullable Begun begin(BridgeConnection who, PageSession.Parts parts, Supplier<@Nullable TakenConversation> takeOver);

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
