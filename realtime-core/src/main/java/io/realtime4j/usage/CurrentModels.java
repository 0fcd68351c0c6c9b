package io.realtime4j.usage;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.transcription.AudioTranscription;
import org.jspecify.annotations.Nullable;

/**
 * The models that a session has, as the server told them last.
 *
 * @param model the model that answers, or {@code null} if it is not known
 * @param transcriptionModel the model that transcribes, or {@code null} if it is not
 * known
 */
record CurrentModels(@Nullable String model, @Nullable String transcriptionModel) {

	static final CurrentModels UNKNOWN = new CurrentModels(null, null);

	CurrentModels after(ServerEvent event) {
		if (event instanceof SessionCreated created) {
			return of(created.session());
		}
		if (event instanceof SessionUpdated updated) {
			return of(updated.session());
		}
		if (event instanceof TranscriptionSessionCreated created) {
			return new CurrentModels(null, name(created.session().inputAudioTranscription()));
		}
		if (event instanceof TranscriptionSessionUpdated updated) {
			return new CurrentModels(null, name(updated.session().inputAudioTranscription()));
		}
		return this;
	}

	private static CurrentModels of(SessionSettings settings) {
		if (settings instanceof RealtimeSessionSettings realtime) {
			return new CurrentModels((realtime.model() != null) ? realtime.model().value() : null,
					name(realtime.audio()));
		}
		return (settings instanceof TranscriptionSessionSettings transcription)
				? new CurrentModels(null, name(transcription.audio())) : UNKNOWN;
	}

	private static @Nullable String name(@Nullable SessionAudio audio) {
		return (audio != null && audio.input() != null) ? name(audio.input().transcription()) : null;
	}

	private static @Nullable String name(@Nullable Toggle<AudioTranscription> transcription) {
		AudioTranscription settings = (transcription != null) ? transcription.value() : null;
		return (settings != null && settings.model() != null) ? settings.model().value() : null;
	}

}
