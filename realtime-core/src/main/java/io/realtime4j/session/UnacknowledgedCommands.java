package io.realtime4j.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * Commands that were sent and that the server has not acknowledged: another connection
 * has to be told them again. Sound and whatever concerns a response are none: they are
 * gone with their connection. Not thread-safe: the session calls it under its lock.
 */
final class UnacknowledgedCommands {

	/**
	 * A server that acknowledges nothing shall not fill the memory.
	 */
	private static final int MAX_COMMANDS = 1000;

	private final List<OutboundFrame> frames = new ArrayList<>();

	void add(OutboundFrame frame) {
		if (isAcknowledged(frame)) {
			if (this.frames.size() == MAX_COMMANDS) {
				this.frames.remove(0);
			}
			this.frames.add(frame);
		}
	}

	private static boolean isAcknowledged(OutboundFrame frame) {
		return frame.command() instanceof ConversationItemCreate || frame.command() instanceof ConversationItemDelete
				|| frame.command() instanceof SessionUpdate || frame.command() instanceof TranscriptionSessionUpdate;
	}

	boolean isEmpty() {
		return this.frames.isEmpty();
	}

	// Take all of them, oldest first
	List<OutboundFrame> takeAll() {
		List<OutboundFrame> all = List.copyOf(this.frames);
		this.frames.clear();
		return all;
	}

	void onEvent(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			onItem(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item());
		}
		else if (event instanceof ConversationItemDeleted deleted) {
			removeFirst((frame) -> frame.command() instanceof ConversationItemDelete command
					&& command.itemId().equals(deleted.itemId()));
		}
		else if (event instanceof ErrorEvent error && error.error().eventId() != null) {
			onUpdate(error.error().eventId());
		}
	}

	// Take the change of the settings of a beta transcription session that the server
	// acknowledges now
	@Nullable OutboundFrame takeTranscriptionUpdate() {
		return takeFirst((frame) -> frame.command() instanceof TranscriptionSessionUpdate);
	}

	// The server took or refused the event with this id
	void onUpdate(String eventId) {
		removeFirst((frame) -> frame.command() != null && eventId.equals(frame.command().eventId()));
	}

	private void onItem(Item item) {
		String id = item.id();
		boolean known = id != null && removeFirst(
				(frame) -> frame.command() instanceof ConversationItemCreate command && id.equals(command.item().id()));
		if (!known) {
			// Not every server takes the id that a client gives
			removeFirst((frame) -> frame.command() instanceof ConversationItemCreate command
					&& isSame(command.item(), item));
		}
	}

	private static boolean isSame(Item sent, Item taken) {
		if (sent instanceof Message message && taken instanceof Message other) {
			return message.role().equals(other.role()) && Objects.equals(message.content(), other.content());
		}
		return sent instanceof FunctionCallOutput output && taken instanceof FunctionCallOutput other
				&& Objects.equals(output.callId(), other.callId());
	}

	private boolean removeFirst(Predicate<OutboundFrame> condition) {
		return takeFirst(condition) != null;
	}

	private @Nullable OutboundFrame takeFirst(Predicate<OutboundFrame> condition) {
		for (Iterator<OutboundFrame> all = this.frames.iterator(); all.hasNext();) {
			OutboundFrame frame = all.next();
			if (condition.test(frame)) {
				all.remove();
				return frame;
			}
		}
		return null;
	}

}
