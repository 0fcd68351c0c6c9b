package io.realtime4j.live.event.client;

import java.util.Objects;

import io.realtime4j.audio.AudioData;
import org.jspecify.annotations.Nullable;

/**
 * Event that plays a recording to the user. It cuts the speech of the model and mutes the
 * input; one at a time. Answered by {@code session.output_audio.fixture.playing}. Wire
 * type {@code session.output_audio.fixture.play}.
 *
 * @param eventId an id of the client's choice, named by the event that answers this one
 * and by an {@code error} that it causes, or {@code null} for the session to choose
 * @param audio the recording: 16-bit PCM at 24000 Hz mono whatever the format of the
 * session, at most 30 seconds
 * @since 0.1.0
 */
public record SessionOutputAudioFixturePlay(@Nullable String eventId, AudioData audio) implements LiveClientEvent {

	/**
	 * Create a new {@link SessionOutputAudioFixturePlay} instance.
	 */
	public SessionOutputAudioFixturePlay {
		Objects.requireNonNull(audio, "'audio' must not be null");
	}

	@Override
	public String type() {
		return "session.output_audio.fixture.play";
	}

	/**
	 * Return an event with these members.
	 * @param audio the recording: 16-bit PCM at 24000 Hz mono whatever the format of the
	 * session, at most 30 seconds
	 * @return the event
	 */
	public static SessionOutputAudioFixturePlay of(AudioData audio) {
		return new SessionOutputAudioFixturePlay(null, audio);
	}

	@Override
	public SessionOutputAudioFixturePlay withEventId(String eventId) {
		return new SessionOutputAudioFixturePlay(eventId, this.audio);
	}

}
