package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import io.realtime4j.conversation.completion.UnheardItems;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Commands that were sent and that the server has not acknowledged, and input audio that
 * it has made no item of: another connection has to be told them again, in order.
 * Whatever concerns a response is not among them: it is gone with its connection. Not
 * thread-safe: the session calls it under its lock.
 */
final class UnacknowledgedCommands {

	/**
	 * A server that acknowledges nothing shall not fill the memory.
	 */
	private static final int MAX_COMMANDS = 1000;

	private final List<OutboundFrame> frames = new ArrayList<>();

	/**
	 * Commands that are not waited for any more, and that another connection has to be
	 * told all the same.
	 */
	private final Set<OutboundFrame> overdue = new HashSet<>();

	private final SessionPort port;

	private @Nullable AnswerWait wait;

	private int commands;

	private long audioBytes;

	private long commandSize;

	private volatile long size;

	UnacknowledgedCommands(SessionPort port) {
		this.port = port;
	}

	void add(OutboundFrame frame) {
		if (frame.command() instanceof InputAudioBufferClear) {
			onClear();
		}
		else if (frame.isAudio()) {
			this.frames.add(frame);
			count(frame, 1);
		}
		else if (isAcknowledged(frame)) {
			makeRoom(frame);
			this.frames.add(frame);
			this.commands++;
			count(frame, 1);
			watch(frame);
		}
	}

	// The oldest command goes: it is the one that the server has most likely taken
	private void makeRoom(OutboundFrame frame) {
		long room = this.port.limits().outboxBytes() - frame.length();
		while (this.commands > 0 && (this.commands >= MAX_COMMANDS || this.commandSize > room)) {
			removeFirst((other) -> !other.isAudio());
		}
	}

	private void count(OutboundFrame frame, int sign) {
		this.audioBytes += (long) sign * frame.audioBytes();
		this.commandSize += frame.isAudio() ? 0 : (long) sign * frame.length();
		this.size = this.commandSize + this.audioBytes;
	}

	/**
	 * Return the length of all commands. May be called by any thread.
	 */
	long size() {
		return this.size;
	}

	// Changes of settings are watched by who has futures for them
	private void watch(OutboundFrame frame) {
		if (this.wait == null && !(frame.command() instanceof SessionUpdate)) {
			this.wait = this.port.await(this.port.timeouts().acknowledgement(), this::onTimeout);
		}
	}

	private void onTimeout() {
		this.wait = null;
		OutboundFrame oldest = null;
		for (OutboundFrame frame : this.frames) {
			if (!frame.isAudio() && !(frame.command() instanceof SessionUpdate) && this.overdue.add(frame)
					&& oldest == null) {
				oldest = frame;
			}
		}
		if (oldest != null && oldest.command() != null) {
			this.port.tell(new AnswerTimedOut(acknowledgement(oldest), this.port.timeouts().acknowledgement(),
					oldest.command().eventId(), null));
		}
	}

	private static String acknowledgement(OutboundFrame frame) {
		if (frame.command() instanceof ConversationItemDelete) {
			return "conversation.item.deleted";
		}
		if (frame.command() instanceof TranscriptionSessionUpdate) {
			return "transcription_session.updated";
		}
		return isCommit(frame) ? "input_audio_buffer.committed" : "conversation.item.added";
	}

	/**
	 * Note a lost connection: nothing is acknowledged until it was sent again over
	 * another one.
	 */
	void onLost() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

	private void endOrRenewWait() {
		if (this.wait != null && isEmpty()) {
			onLost();
		}
		else if (this.wait != null) {
			this.wait.renew();
		}
	}

	private static boolean isAcknowledged(OutboundFrame frame) {
		return frame.command() instanceof ConversationItemCreate || frame.command() instanceof ConversationItemDelete
				|| frame.command() instanceof SessionUpdate || frame.command() instanceof TranscriptionSessionUpdate
				|| isCommit(frame);
	}

	private static boolean isCommit(OutboundFrame frame) {
		return frame.command() instanceof InputAudioBufferCommit;
	}

	/**
	 * Keep only the newest audio. Return the number of bytes that were dropped.
	 */
	long trimAudio(long limit) {
		long before = this.audioBytes;
		while (this.audioBytes > limit) {
			removeFirst(OutboundFrame::isAudio);
		}
		return before - this.audioBytes;
	}

	/**
	 * Return the items that the server has not acknowledged, oldest first.
	 */
	List<Item> items() {
		List<Item> items = new ArrayList<>();
		for (OutboundFrame frame : this.frames) {
			if (frame.command() instanceof ConversationItemCreate command) {
				items.add(command.item());
			}
		}
		return items;
	}

	/**
	 * Return whether no acknowledgement is awaited, whatever audio is kept.
	 */
	boolean isEmpty() {
		return this.commands == this.overdue.size();
	}

	/**
	 * Take all commands that another connection has to be told, oldest first. What nobody
	 * heard is not told to it.
	 */
	List<OutboundFrame> takeAll() {
		List<OutboundFrame> all = this.frames.stream()
			.filter((frame) -> !(frame.command() instanceof ConversationItemDelete delete
					&& UnheardItems.isForgotten(delete)))
			.toList();
		this.frames.clear();
		this.overdue.clear();
		onLost();
		this.commands = 0;
		this.audioBytes = 0;
		this.commandSize = 0;
		this.size = 0;
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
					&& (deleted.itemId() == null || command.itemId().equals(deleted.itemId())));
		}
		else if (event instanceof InputAudioBufferCommitted) {
			onCommitted();
		}
		else if (event instanceof ErrorEvent error && error.error().eventId() != null) {
			onUpdate(error.error().eventId());
		}
	}

	/**
	 * Take the update of a beta transcription session that the server acknowledges now.
	 */
	@Nullable OutboundFrame takeTranscriptionUpdate() {
		return takeFirst((frame) -> frame.command() instanceof TranscriptionSessionUpdate);
	}

	/**
	 * Note that the server accepted or refused the event with this id.
	 */
	void onUpdate(String eventId) {
		removeFirst((frame) -> frame.command() != null && eventId.equals(frame.command().eventId()));
	}

	// The server made an item of what came before our commit, or of all if it was not we
	// who committed
	private void onCommitted() {
		int commit = 0;
		while (commit < this.frames.size() && !isCommit(this.frames.get(commit))) {
			commit++;
		}
		removeFirst(UnacknowledgedCommands::isCommit);
		forgetAudio(this.frames.subList(0, commit));
	}

	// The buffer was cleared of what came behind the last commit
	private void onClear() {
		int end = this.frames.size();
		int start = end;
		while (start > 0 && !isCommit(this.frames.get(start - 1))) {
			start--;
		}
		forgetAudio(this.frames.subList(start, end));
	}

	private void forgetAudio(List<OutboundFrame> part) {
		part.removeIf((frame) -> {
			if (frame.isAudio()) {
				count(frame, -1);
			}
			return frame.isAudio();
		});
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
				count(frame, -1);
				if (!frame.isAudio()) {
					this.commands--;
					this.overdue.remove(frame);
					endOrRenewWait();
				}
				return frame;
			}
		}
		return null;
	}

}
