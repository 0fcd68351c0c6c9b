package io.realtime4j.session.realtime;

import java.util.Map;
import java.util.Objects;

import io.realtime4j.event.server.ConversationCreated;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import org.jspecify.annotations.Nullable;

/**
 * Knows the conversation that a server keeps beyond a connection, and whether another
 * connection goes on with it. A server that does says the items of the conversation
 * again, under other ids, before it acknowledges settings. Not thread-safe: the session
 * calls it under its lock.
 */
final class Resumption {

	private final @Nullable String parameter;

	private @Nullable String conversationId;

	private @Nullable String askedFor;

	private boolean same;

	private int replayedItems;

	private @Nullable String lastReplayed;

	/**
	 * Create it.
	 * @param parameter names the conversation in the address of a connection, or
	 * {@code null} if the server keeps none
	 */
	Resumption(@Nullable String parameter) {
		this.parameter = parameter;
	}

	/**
	 * Return the query parameters for the next connection.
	 */
	Map<String, String> parameters() {
		return (this.parameter != null && this.conversationId != null) ? Map.of(this.parameter, this.conversationId)
				: Map.of();
	}

	/**
	 * Return whether the next connection may go on with the conversation.
	 * @return whether the server has named it
	 */
	boolean isPossible() {
		return !parameters().isEmpty();
	}

	/**
	 * Begin to open a connection.
	 */
	void begin() {
		this.askedFor = (this.parameter != null) ? this.conversationId : null;
		this.same = false;
		this.replayedItems = 0;
	}

	boolean isAskedFor() {
		return this.askedFor != null;
	}

	boolean isResumed() {
		return this.same && this.replayedItems > 0;
	}

	int replayedItems() {
		return this.replayedItems;
	}

	void onEvent(ServerEvent event, boolean opening) {
		if (event instanceof SessionCreated) {
			this.lastReplayed = null;
		}
		else if (event instanceof ConversationCreated created) {
			this.conversationId = created.conversation().id();
			this.same = this.askedFor != null && this.askedFor.equals(this.conversationId);
		}
		else if (isReplayed(event, opening) && event instanceof ConversationItemAdded added) {
			this.replayedItems++;
			this.lastReplayed = added.item().id();
		}
	}

	/**
	 * Return whether an event repeats what is known.
	 */
	boolean isReplayed(ServerEvent event, boolean opening) {
		return opening && this.same && event instanceof ConversationItemAdded;
	}

	/**
	 * Return the event without references to items that are known by other ids.
	 */
	ServerEvent placed(ServerEvent event) {
		if (this.lastReplayed == null) {
			return event;
		}
		if (event instanceof ConversationItemAdded added && isLast(added.previousItemId())) {
			return new ConversationItemAdded(added.eventId(), null, added.item());
		}
		if (event instanceof ConversationItemCreated created && isLast(created.previousItemId())) {
			return new ConversationItemCreated(created.eventId(), null, created.item());
		}
		return (event instanceof ConversationItemDone done && isLast(done.previousItemId()))
				? new ConversationItemDone(done.eventId(), null, done.item()) : event;
	}

	private boolean isLast(@Nullable String itemId) {
		return Objects.equals(itemId, this.lastReplayed);
	}

}
