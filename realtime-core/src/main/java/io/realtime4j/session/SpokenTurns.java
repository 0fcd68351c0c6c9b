package io.realtime4j.session;

import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;

/**
 * Knows whether the server is about to answer what somebody said, of its own accord. Not
 * thread-safe: the session calls it under its lock.
 */
final class SpokenTurns {

	private boolean answered = true;

	private boolean awaitingAnswer;

	private boolean speaking;

	void onEvent(ServerEvent event) {
		if (event instanceof SessionCreated created) {
			this.answered = isAnswered(created.session());
		}
		else if (event instanceof SessionUpdated updated) {
			this.answered = isAnswered(updated.session());
		}
		else if (event instanceof InputAudioBufferSpeechStarted) {
			this.speaking = true;
		}
		else if (event instanceof InputAudioBufferSpeechStopped) {
			this.speaking = false;
			this.awaitingAnswer = this.answered;
		}
	}

	// Whether somebody speaks, or waits for the answer
	boolean isUnderWay() {
		return this.speaking || this.awaitingAnswer;
	}

	// The connection that heard them is gone
	void reset() {
		this.speaking = false;
		this.awaitingAnswer = false;
	}

	// Return whether a response that nobody claims answers a turn, and take note of it
	boolean takeAnswer() {
		boolean awaited = this.awaitingAnswer;
		this.awaitingAnswer = false;
		return awaited;
	}

	// A turn that a server tells of although it shall find none is answered as usual
	private static boolean isAnswered(SessionSettings settings) {
		TurnTaking turns = TurnTaking.of(settings);
		return turns.answers() || !turns.detects();
	}

}
