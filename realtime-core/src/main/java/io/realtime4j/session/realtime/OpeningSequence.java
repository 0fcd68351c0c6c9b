package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.Item;
import io.realtime4j.session.engine.Opening;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the handshake to an open connection: the server says that the session is
 * there, the client says its settings and what was said so far, the server acknowledges
 * them. On a sideband the session is there already: the server says nothing before the
 * client does.
 */
final class OpeningSequence implements Opening<ServerEvent> {

	private final String eventId;

	private final @Nullable String update;

	private final boolean sideband;

	private final RestoredItems history;

	private final @Nullable Resumption resumption;

	private final Set<String> awaitedItems;

	private Step step = Step.HANDSHAKE;

	private int restoredItems;

	private @Nullable RealtimeError refusal;

	/**
	 * Create a sequence.
	 * @param eventId the id of the event that says the settings
	 * @param update the event that says the settings, or {@code null} to leave them
	 * @param sideband whether the session is there already
	 * @param history what was said so far
	 * @param resumption whether the server goes on with what was said so far, so that it
	 * need not be told, or {@code null} if it was not asked to
	 */
	OpeningSequence(String eventId, @Nullable String update, boolean sideband, RestoredItems history,
			@Nullable Resumption resumption) {
		this.eventId = eventId;
		this.update = update;
		this.sideband = sideband;
		this.history = history;
		this.resumption = resumption;
		this.awaitedItems = new LinkedHashSet<>(history.itemIds());
	}

	@Override
	public List<String> onHandshake() {
		if (this.sideband) {
			return afterFirstEvent();
		}
		this.step = Step.FIRST_EVENT;
		return List.of();
	}

	@Override
	public List<String> onEvent(ServerEvent event) {
		switch (this.step) {
			case FIRST_EVENT -> {
				if (event instanceof SessionCreated || event instanceof TranscriptionSessionCreated) {
					return afterFirstEvent();
				}
			}
			case ACKNOWLEDGEMENT -> {
				return onAnswer(event);
			}
			case HISTORY -> onHistory(event);
			default -> {
				// Nothing is awaited of the server
			}
		}
		return List.of();
	}

	private List<String> afterFirstEvent() {
		if (this.update == null) {
			afterAcknowledgement();
			return this.history.texts();
		}
		this.step = Step.ACKNOWLEDGEMENT;
		if (this.resumption != null) {
			// What the server still knows is told by the time that it acknowledges
			return List.of(this.update);
		}
		List<String> texts = new ArrayList<>(List.of(this.update));
		texts.addAll(this.history.texts());
		return texts;
	}

	private List<String> onAnswer(ServerEvent event) {
		if (event instanceof SessionUpdated || event instanceof TranscriptionSessionUpdated) {
			return onAcknowledgement();
		}
		if (event instanceof ErrorEvent error && isOurs(error.error())) {
			this.refusal = error.error();
		}
		return List.of();
	}

	private List<String> onAcknowledgement() {
		if (this.resumption == null) {
			afterAcknowledgement();
			return List.of();
		}
		if (this.resumption.isResumed()) {
			this.restoredItems = this.resumption.replayedItems();
			this.awaitedItems.clear();
		}
		afterAcknowledgement();
		return (this.step == Step.HISTORY) ? this.history.texts() : List.of();
	}

	private void afterAcknowledgement() {
		this.step = this.awaitedItems.isEmpty() ? Step.DONE : Step.HISTORY;
	}

	private void onHistory(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			onItem(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item());
		}
		else if (event instanceof ConversationItemDone done && this.awaitedItems.contains(done.item().id())) {
			onItem(done.item());
		}
		else if (event instanceof ErrorEvent error) {
			// What a server does not take again is not worth losing the session
			String refused = this.history.itemOf(error.error().eventId());
			this.awaitedItems.remove((refused != null) ? refused : this.awaitedItems.iterator().next());
		}
		if (this.awaitedItems.isEmpty()) {
			this.step = Step.DONE;
		}
	}

	private void onItem(Item item) {
		// A server that gives ids of its own answers in order
		String id = this.awaitedItems.contains(item.id()) ? item.id() : this.awaitedItems.iterator().next();
		if (id != null && this.awaitedItems.remove(id)) {
			this.restoredItems++;
		}
	}

	// Nothing else was sent, and not every server names what its error is about
	private boolean isOurs(RealtimeError error) {
		return error.eventId() == null || error.eventId().equals(this.eventId);
	}

	@Override
	public boolean isDone() {
		return this.step == Step.DONE;
	}

	// A server that takes items without a word shall not cost the session
	@Override
	public boolean settle() {
		if (this.step == Step.HISTORY) {
			this.step = Step.DONE;
		}
		return isDone();
	}

	@Override
	public @Nullable RealtimeError refusal() {
		return this.refusal;
	}

	@Override
	public int restoredItems() {
		return this.history.itemIds().isEmpty() ? this.history.texts().size() : this.restoredItems;
	}

	@Override
	public String awaited() {
		return switch (this.step) {
			case HANDSHAKE -> "the WebSocket handshake";
			case FIRST_EVENT -> "session.created";
			case ACKNOWLEDGEMENT -> "session.updated";
			case HISTORY -> "conversation.item.added";
			case DONE -> "nothing";
		};
	}

	private enum Step {

		HANDSHAKE, FIRST_EVENT, ACKNOWLEDGEMENT, HISTORY, DONE

	}

}
