package io.realtime4j.spring.bridge.page;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.spring.bridge.connection.AudioPace;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.tool.ToolApproval;

/**
 * Does what a page asks for, once it has a session. It belongs to the thread that reads
 * the connection.
 */
final class VoiceCommands {

	private final PageSession page;

	private final PageConversation conversation;

	private final PageConnection connection;

	private final PageMicrophone microphone;

	private final AudioPace pace;

	VoiceCommands(PageSession page, int sampleRate, PageConnection connection, InstantSource clock) {
		this.page = page;
		this.conversation = page.conversation();
		this.connection = connection;
		this.microphone = page.microphone(sampleRate);
		this.pace = new AudioPace(sampleRate, clock);
	}

	PageSession page() {
		return this.page;
	}

	void hear(byte[] pcm16) {
		this.pace.take(pcm16.length);
		attempt(() -> this.microphone.hear(pcm16));
	}

	void execute(PageCommand command) {
		if (command instanceof PageCommand.Played played) {
			this.page.sink().played(played.itemId(), played.contentIndex(), played.millis());
		}
		else if (command instanceof PageCommand.Mute mute) {
			this.microphone.mute(mute.muted());
		}
		else if (command instanceof PageCommand.Approve approve) {
			decide(approve);
		}
		else {
			attempt(() -> command(command));
		}
	}

	private void command(PageCommand command) {
		if (command instanceof PageCommand.Text text) {
			request(() -> this.conversation.write(text.text()));
		}
		else if (command instanceof PageCommand.Interrupt) {
			this.conversation.interrupt();
		}
		else if (command instanceof PageCommand.Commit) {
			commit();
		}
		else {
			throw new InvalidCommandException(PageCommandReader.INVALID_COMMAND,
					"The conversation has started already");
		}
	}

	private void commit() {
		this.conversation.onMicrophoneOff();
		PageConversation.ManualTurns turns = this.conversation.manualTurns();
		if (turns != null && this.microphone.endTurn(turns)) {
			request(turns::commit);
		}
	}

	private void request(Supplier<CompletableFuture<?>> request) {
		this.page.requests().begin();
		try {
			this.page.requests().endWith(request.get());
		}
		catch (RuntimeException ex) {
			this.page.requests().end();
			throw ex;
		}
	}

	private void decide(PageCommand.Approve approve) {
		ToolApproval approval = this.page.view().approval(approve.id());
		if (approval == null) {
			throw new InvalidCommandException("unknown_approval", "This approval has been decided already");
		}
		if (approve.approved()) {
			approval.approve();
		}
		else if (approve.reason() != null) {
			approval.reject(approve.reason());
		}
		else {
			approval.reject();
		}
	}

	private void attempt(Runnable action) {
		try {
			action.run();
		}
		catch (OutboxFullException ex) {
			this.connection.output().tell(PageMessages.error("busy", "Too many events are queued for the service."));
		}
		catch (SessionClosedException ex) {
			// The page is about to be told
		}
	}

}
