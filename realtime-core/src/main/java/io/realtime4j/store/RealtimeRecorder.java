package io.realtime4j.store;

import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which events of a session of the first family change its conversation.
 */
final class RealtimeRecorder implements SessionInterceptor {

	private final ConversationRecording recording;

	RealtimeRecorder(ConversationRecording recording) {
		this.recording = recording;
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == RecordedConversation.class) ? type.cast(this.recording) : null;
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta) {
			return true;
		}
		if (event instanceof ResponseOutputAudioTranscriptDelta || event instanceof ResponseOutputTextDelta) {
			this.recording.onProgress();
		}
		else if (!event.type().endsWith(".delta")) {
			this.recording.onChange();
		}
		return true;
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		this.recording.onSessionEvent(event);
	}

}
