package io.realtime4j.session.realtime;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * The items of the conversation of which the server still has to say something: that they
 * are cut, or what somebody said in them. If it does not, the history is right all the
 * same: what is cut was not heard, and what is not transcribed in time stays without a
 * text. Not thread-safe: used under the lock of the session.
 */
final class UnsettledItems {

	private static final int MAX_ITEMS = 256;

	private static final String TRANSCRIBED = "conversation.item.input_audio_transcription.completed";

	private final SpeechCuts cuts;

	private final Set<String> transcripts = new LinkedHashSet<>();

	private final SessionPort port;

	private final SessionHistory history;

	private @Nullable AnswerWait transcriptWait;

	private boolean transcribed;

	/**
	 * Create an instance without items.
	 * @param port what it may use of the session
	 * @param history takes what the server should have said
	 * @param cuts the cuts of the speech of the model
	 */
	UnsettledItems(SessionPort port, SessionHistory history, SpeechCuts cuts) {
		this.port = port;
		this.history = history;
		this.cuts = cuts;
	}

	void onEvent(ServerEvent event) {
		if (event instanceof ErrorEvent error) {
			this.cuts.onError(error.error().eventId());
		}
		else if (event instanceof ConversationItemDeleted deleted) {
			this.cuts.onDeleted(deleted.itemId());
			onTranscript(deleted.itemId());
		}
		else if (event instanceof InputAudioBufferCommitted committed && this.transcribed) {
			expectTranscript(committed.itemId());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionDelta) {
			renew(this.transcriptWait);
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionCompleted completed) {
			onTranscript(completed.itemId());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			onTranscript(failed.itemId());
		}
		else {
			noteSettings(event);
		}
	}

	private void noteSettings(ServerEvent event) {
		if (event instanceof SessionCreated created) {
			this.transcribed = SessionFormats.isTranscribed(created.session());
		}
		else if (event instanceof SessionUpdated updated) {
			this.transcribed = SessionFormats.isTranscribed(updated.session());
		}
		else if (event instanceof TranscriptionSessionCreated || event instanceof TranscriptionSessionUpdated) {
			this.transcribed = true;
		}
	}

	/**
	 * Note a lost connection, whose server sends nothing more about its items.
	 */
	void onLost() {
		this.cuts.onLost();
		endTranscripts();
	}

	/**
	 * Note the end of the session.
	 */
	void onClosed() {
		this.cuts.onClosed();
		endTranscripts();
	}

	private void expectTranscript(@Nullable String itemId) {
		if (itemId == null) {
			return;
		}
		this.transcripts.add(itemId);
		if (this.transcripts.size() > MAX_ITEMS) {
			Iterator<String> eldest = this.transcripts.iterator();
			eldest.next();
			eldest.remove();
		}
		if (this.transcriptWait == null) {
			this.transcriptWait = this.port.await(this.port.timeouts().response(), this::onNotTranscribed);
		}
	}

	private void onTranscript(@Nullable String itemId) {
		if (itemId == null) {
			return;
		}
		if (this.transcripts.remove(itemId)) {
			renew(this.transcriptWait);
			if (this.transcripts.isEmpty()) {
				endTranscripts();
			}
		}
	}

	private void onNotTranscribed() {
		AnswerTimedOut timedOut = new AnswerTimedOut(TRANSCRIBED, this.port.timeouts().response(), null, null);
		RealtimeError error = new RealtimeError("timeout", null, timedOut.message(), null, null);
		this.transcripts.forEach((itemId) -> this.history
			.apply(new ConversationItemInputAudioTranscriptionFailed(null, itemId, 0, error)));
		endTranscripts();
		this.port.tell(timedOut);
	}

	private void endTranscripts() {
		this.transcripts.clear();
		if (this.transcriptWait != null) {
			this.transcriptWait.end();
			this.transcriptWait = null;
		}
	}

	private static void renew(@Nullable AnswerWait wait) {
		if (wait != null) {
			wait.renew();
		}
	}

}
