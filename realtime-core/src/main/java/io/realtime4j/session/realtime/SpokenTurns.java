package io.realtime4j.session.realtime;

import java.time.Duration;
import java.time.Instant;

import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the server is about to answer what somebody said, of its own accord. Not
 * thread-safe: the session calls it under its lock.
 */
final class SpokenTurns {

	private final SessionPort port;

	private final GivenAudio audio = new GivenAudio();

	private @Nullable SessionSettings settings;

	private @Nullable Instant endOfSpeech;

	private @Nullable AnswerWait wait;

	private boolean answered = true;

	private boolean awaitingAnswer;

	private boolean speaking;

	SpokenTurns(SessionPort port) {
		this.port = port;
	}

	void onEvent(ServerEvent event) {
		if (event instanceof SessionCreated created) {
			onSettings(created.session());
		}
		else if (event instanceof SessionUpdated updated) {
			onSettings(updated.session());
		}
		else if (event instanceof InputAudioBufferSpeechStarted) {
			this.speaking = true;
			await("input_audio_buffer.speech_stopped");
		}
		else if (event instanceof InputAudioBufferSpeechStopped stopped) {
			this.endOfSpeech = endOfSpeech(stopped.audioEndMs());
			this.speaking = false;
			this.awaitingAnswer = this.answered;
			endWait();
			if (this.answered) {
				await("response.created");
			}
		}
	}

	private void onSettings(SessionSettings told) {
		this.settings = told;
		this.answered = isAnswered(told);
	}

	// The server names the end of the silence
	private @Nullable Instant endOfSpeech(long audioEndMillis) {
		Duration silence = (this.settings != null) ? TurnTaking.silence(this.settings) : null;
		if (this.settings == null || silence == null) {
			return null;
		}
		return this.audio.givenAt(audioEndMillis - silence.toMillis(), SessionFormats.input(this.settings));
	}

	/**
	 * Note input audio: the user may be speaking for as long as it is sent.
	 */
	void onAudio(OutboundFrame frame) {
		this.audio.add(frame);
		if (this.speaking && this.wait != null) {
			this.wait.renew();
		}
	}

	/**
	 * Note another connection, where positions in the audio begin anew.
	 */
	void onReconnect() {
		this.audio.clear();
	}

	/**
	 * Return when the speech that ended last was given to the session, as far as it was
	 * speech, or {@code null} if that is unknown.
	 */
	@Nullable Instant endOfSpeech() {
		return this.endOfSpeech;
	}

	/**
	 * Return whether the server answers speech by itself.
	 */
	boolean isAnswered() {
		return this.settings == null || TurnTaking.of(this.settings).answers();
	}

	private void await(String awaited) {
		endWait();
		Duration timeout = this.port.timeouts().response();
		this.wait = this.port.await(timeout, () -> {
			reset();
			this.port.tell(new AnswerTimedOut(awaited, timeout, null, null));
		});
	}

	private void endWait() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

	/**
	 * Return whether the user speaks or waits for the response.
	 */
	boolean isUnderWay() {
		return this.speaking || this.awaitingAnswer;
	}

	boolean isSpeaking() {
		return this.speaking;
	}

	/**
	 * Return whether the server has to respond.
	 */
	boolean isAnswerAwaited() {
		return this.awaitingAnswer;
	}

	/**
	 * Return whether the next thing to be expected is the response to what was said.
	 */
	boolean isAnswerDue() {
		return this.awaitingAnswer && !this.speaking;
	}

	/**
	 * Stop waiting for responses.
	 */
	void reset() {
		this.speaking = false;
		this.awaitingAnswer = false;
		endWait();
	}

	/**
	 * Take a response that answers no request. Return whether it answers a turn.
	 */
	boolean takeAnswer() {
		boolean awaited = this.awaitingAnswer;
		this.awaitingAnswer = false;
		if (awaited && !this.speaking) {
			endWait();
		}
		return awaited;
	}

	// A turn that a server tells of although it shall find none is answered as usual
	private static boolean isAnswered(SessionSettings settings) {
		TurnTaking turns = TurnTaking.of(settings);
		return turns.answers() || !turns.detects();
	}

}
