package io.realtime4j.sample.headless;

import java.time.Duration;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveConversationWatch;
import io.realtime4j.live.session.LiveSession;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Asks a question in a live session, in which the model decides when it answers.
 */
@Component
@Profile("headless")
@ConditionalOnProperty(name = "desk.family", havingValue = "live")
class LiveQuestion {

	private final LiveClient client;

	LiveQuestion(LiveClient client) {
		this.client = client;
	}

	SpokenAnswer ask(Pcm question, Duration patience) throws InterruptedException {
		AnswerEars ears = new AnswerEars();
		try (LiveSession session = this.client
			.create((spec) -> spec.listener(new LiveConversationWatch(ears::onChange)))) {
			session.onSpeech(ears::onSpeech);
			HeadlessRun.await(session.open(), patience, "The session did not open");
			session.hear(AudioSource.of(question));
			return HeadlessRun.await(ears.answer(), patience.plusMillis(question.millis()), "There was no answer");
		}
	}

}
