package io.realtime4j.live.store;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.SessionOutputTranscriptDelta;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.store.ConversationRecording;
import io.realtime4j.store.RecordedConversation;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when the conversation of a live session changes. What is said ends as time
 * passes, so that any event may change it.
 */
final class LiveTurnRecorder implements LiveInterceptor {

	private final LiveSession session;

	private final ConversationRecording recording;

	private Conversation seen;

	LiveTurnRecorder(LiveSession session, ConversationRecording recording) {
		this.session = session;
		this.recording = recording;
		this.seen = session.conversation();
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == RecordedConversation.class) ? type.cast(this.recording) : null;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public void onEvent(LiveServerEvent event) {
		Conversation now = this.session.conversation();
		if (now == this.seen) {
			return;
		}
		this.seen = now;
		if (event instanceof SessionInputTranscriptDelta || event instanceof SessionOutputTranscriptDelta) {
			this.recording.onProgress();
		}
		else {
			this.recording.onChange();
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		this.recording.onSessionEvent(event);
	}

}
