package io.realtime4j.readme;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

// tag::listener[]
@Component
class FrontDesk {

	private final RealtimeSession session;

	FrontDesk(RealtimeSession session) {
		this.session = session;
	}

	@EventListener
	void on(SessionOpened event) {
		this.session.ask("Greet the guest.");
	}

	@EventListener
	void on(ResponseOutputAudioTranscriptDelta event) {
		System.out.print(event.delta());
	}

	@EventListener
	void on(ResponseOutputAudioDelta event) {
		play(event.delta().bytes());
	}

	// end::listener[]

	private volatile AudioLevel loudest = AudioLevel.of(new byte[0]);

	private void play(byte[] audio) {
		AudioLevel level = AudioLevel.of(audio);
		this.loudest = (level.peak() > this.loudest.peak()) ? level : this.loudest;
	}

	AudioLevel loudest() {
		return this.loudest;
	}

}
