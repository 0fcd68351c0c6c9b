package io.realtime4j.session.realtime;

import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.model.audio.OutputVoice;
import io.realtime4j.model.audio.TypedVoice;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.SessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the model has spoken over this connection. From then on servers refuse
 * any change of settings that names a voice, even the one that is in use. Not
 * thread-safe: the session calls it under its lock.
 */
final class VoiceChangeGuard {

	private boolean spoken;

	void onEvent(ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta) {
			this.spoken = true;
		}
		else if (event instanceof SessionCreated) {
			this.spoken = false;
		}
	}

	/**
	 * Return a change without the voice, if that is no change. Another voice is left for
	 * the server to refuse.
	 * @param update the change
	 * @param inForce the settings as the server reported them last
	 * @return what to send
	 */
	SessionUpdate withoutRepetition(SessionUpdate update, @Nullable SessionSettings inForce) {
		OutputVoice voice = voice(inForce);
		if (!this.spoken || voice == null || !(update.session() instanceof RealtimeSessionSettings settings)
				|| !isSame(voice, voice(settings))) {
			return update;
		}
		SessionAudio audio = settings.audio();
		AudioOutput rest = (audio != null && audio.output() != null) ? withoutVoice(audio.output()) : null;
		boolean empty = rest == null && (audio == null || audio.input() == null);
		SessionAudio without = (audio == null || empty) ? null : new SessionAudio(audio.input(), rest);
		return new SessionUpdate(update.eventId(), settings.toBuilder().audio(without).build());
	}

	// A server may say the kind of a voice that was asked for by its name alone
	private static boolean isSame(OutputVoice inForce, @Nullable OutputVoice asked) {
		return inForce.equals(asked) || (inForce instanceof TypedVoice typed && typed.name().equals(name(asked)));
	}

	private static @Nullable String name(@Nullable OutputVoice voice) {
		if (voice instanceof TypedVoice typed) {
			return typed.name();
		}
		return (voice instanceof Voice named) ? named.value() : null;
	}

	private static @Nullable OutputVoice voice(@Nullable SessionSettings settings) {
		AudioOutput output = (settings instanceof RealtimeSessionSettings realtime && realtime.audio() != null)
				? realtime.audio().output() : null;
		return (output != null) ? output.voice() : null;
	}

	private static @Nullable AudioOutput withoutVoice(AudioOutput output) {
		AudioOutput rest = new AudioOutput(output.format(), null, output.speed(), output.extra());
		return rest.equals(AudioOutput.builder().build()) ? null : rest;
	}

}
