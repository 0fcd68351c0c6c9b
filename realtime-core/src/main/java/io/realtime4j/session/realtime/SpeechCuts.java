package io.realtime4j.session.realtime;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import io.realtime4j.conversation.completion.MadeIds;
import io.realtime4j.conversation.completion.UnheardItems;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.SpeechCut;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the speech of the model in the history to what was heard, as soon as the server is
 * asked for it, and waits for the server to say where it has cut. If the server refuses
 * or says nothing, nobody has heard more of it. Not thread-safe: used under the lock of
 * the session.
 */
final class SpeechCuts {

	private static final int MAX_CUTS = 256;

	private static final String TRUNCATED = "conversation.item.truncated";

	private final Map<String, ConversationItemTruncate> waiting = new LinkedHashMap<>();

	private final SessionPort port;

	private final SessionHistory history;

	private final BooleanSupplier kept;

	private @Nullable AnswerWait wait;

	private boolean lost;

	/**
	 * Create an instance without cuts.
	 * @param port what it may use of the session
	 * @param history the history
	 * @param kept whether the server keeps the conversation when the connection is lost
	 */
	SpeechCuts(SessionPort port, SessionHistory history, BooleanSupplier kept) {
		this.port = port;
		this.history = history;
		this.kept = kept;
	}

	/**
	 * Take note of what the application, or an interruption, asks for.
	 * @param event what is to be sent
	 * @return whether to send it: an item that the server does not have, or has as text,
	 * is cut in the history alone
	 */
	boolean onSend(ClientEvent event) {
		if (event instanceof ConversationItemTruncate cut) {
			return onCut(cut);
		}
		return !(event instanceof ConversationItemDelete delete) || onDelete(delete);
	}

	private boolean onCut(ConversationItemTruncate cut) {
		if (this.history.cut(cut)) {
			this.port.tell(new SpeechCut(cut.itemId(), cut.contentIndex(), cut.audioEndMs()));
		}
		boolean known = isKnown(cut.itemId());
		if (known && cut.eventId() != null) {
			this.waiting.put(cut.eventId(), cut);
			if (this.waiting.size() > MAX_CUTS) {
				Iterator<String> eldest = this.waiting.keySet().iterator();
				eldest.next();
				eldest.remove();
			}
		}
		return known;
	}

	private boolean onDelete(ConversationItemDelete delete) {
		String itemId = delete.itemId();
		if (UnheardItems.isForgotten(delete)) {
			if (this.history.unheard(itemId)) {
				this.port.tell(new SpeechCut(itemId, 0, 0));
			}
			return isKnown(itemId);
		}
		if (MadeIds.isMade(itemId)) {
			this.history.apply(new ConversationItemDeleted(null, itemId));
		}
		return !MadeIds.isMade(itemId);
	}

	// Whether the server has the item, as speech
	private boolean isKnown(String itemId) {
		boolean gone = this.lost && !this.kept.getAsBoolean();
		return !gone && !MadeIds.isMade(itemId) && this.history.conversation().isCuttable(itemId);
	}

	/**
	 * Wait for the answer to an event, if it is a cut.
	 * @param event what is handed to the network
	 */
	void onSending(ClientEvent event) {
		if (this.wait == null && this.waiting.containsKey(String.valueOf(event.eventId()))) {
			this.wait = this.port.await(this.port.timeouts().acknowledgement(), this::onTimeout);
		}
	}

	/**
	 * Fill in what the server left out when it says that it has cut something.
	 * @param event the event as the server said it
	 * @return the event with the item and the position that it is about
	 */
	ServerEvent complete(ServerEvent event) {
		ConversationItemTruncate asked = (event instanceof ConversationItemTruncated told) ? find(told) : null;
		if (asked == null || !(event instanceof ConversationItemTruncated told)) {
			return event;
		}
		Long end = (told.audioEndMs() != null) ? told.audioEndMs() : Long.valueOf(asked.audioEndMs());
		return new ConversationItemTruncated(told.eventId(), asked.itemId(), asked.contentIndex(), end);
	}

	/**
	 * The server said something.
	 * @param event the event
	 * @return whether it is the answer to a cut, which is taken note of
	 */
	boolean settles(ServerEvent event) {
		ConversationItemTruncate asked = (event instanceof ConversationItemTruncated told) ? find(told) : null;
		if (asked == null || !(event instanceof ConversationItemTruncated told)) {
			return false;
		}
		this.history.cut(asked, told);
		remove(asked::equals);
		return true;
	}

	// Not every server names the item, or the part of it
	private @Nullable ConversationItemTruncate find(ConversationItemTruncated told) {
		ConversationItemTruncate ofItem = null;
		for (ConversationItemTruncate cut : this.waiting.values()) {
			boolean same = told.itemId() == null || cut.itemId().equals(told.itemId());
			if (same && (told.itemId() == null || cut.contentIndex() == told.contentIndex())) {
				return cut;
			}
			ofItem = (same && ofItem == null) ? cut : ofItem;
		}
		return ofItem;
	}

	/**
	 * Note that the server refused an event, which may be a cut.
	 * @param eventId the id of the event
	 */
	void onError(@Nullable String eventId) {
		remove((cut) -> String.valueOf(cut.eventId()).equals(eventId));
	}

	/**
	 * Note that an item is gone, with all that was to be cut in it.
	 * @param itemId the id of the item
	 */
	void onDeleted(@Nullable String itemId) {
		remove((cut) -> cut.itemId().equals(itemId));
	}

	/**
	 * Note a lost connection: nobody will say any more what it had to say.
	 */
	void onLost() {
		this.lost = true;
		end();
	}

	/**
	 * Note that another connection took its place.
	 */
	void onOpened() {
		this.lost = false;
	}

	/**
	 * Note the end of the session.
	 */
	void onClosed() {
		end();
	}

	private void remove(Predicate<ConversationItemTruncate> condition) {
		if (this.waiting.values().removeIf(condition) && this.wait != null) {
			this.wait.renew();
			if (this.waiting.isEmpty()) {
				end();
			}
		}
	}

	private void onTimeout() {
		String oldest = this.waiting.keySet().stream().findFirst().orElse(null);
		end();
		this.port.tell(new AnswerTimedOut(TRUNCATED, this.port.timeouts().acknowledgement(), oldest, null));
	}

	private void end() {
		this.waiting.clear();
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

}
