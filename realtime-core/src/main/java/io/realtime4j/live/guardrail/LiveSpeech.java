package io.realtime4j.live.guardrail;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.guardrail.JudgedTurns;
import io.realtime4j.live.session.LiveSession;

/**
 * Speech of a live session, as guardrails meet it.
 */
final class LiveSpeech implements JudgedTurns.Speech {

	private final LiveSession session;

	LiveSpeech(LiveSession session) {
		this.session = session;
	}

	@Override
	public void silence() {
		SpeechSilencer silencer = this.session.feature(SpeechSilencer.class);
		if (silencer != null) {
			silencer.silence();
		}
	}

	@Override
	public CompletableFuture<?> say(String words) {
		return this.session.say(words);
	}

}
