package io.realtime4j.session;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event about a change in the state of a session, delivered to listeners in one order
 * with the events of the server. It is never sent or received.
 *
 * @since 0.1.0
 */
public sealed interface SessionEvent extends RealtimeMessage permits SessionConnecting, SessionOpened, SessionClosing,
		SessionReconnecting, SessionReconnected, SessionClosed, SessionSuspended, SessionResumed, InputAudioDropped,
		FrameRejected, ResponseFailed, SettingsDiffer, HistoryTrimmed, SpeechCut, AnswerStarted, AnswerTimedOut {

	@Override
	default @Nullable String eventId() {
		return null;
	}

}
