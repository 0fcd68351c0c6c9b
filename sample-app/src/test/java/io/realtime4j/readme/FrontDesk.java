package io.realtime4j.readme;

import java.io.IOException;
import java.nio.file.Path;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.Answer;
import io.realtime4j.spring.event.RealtimeEvent;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first component of the README.
 */
// tag::listener[]
@Component
class FrontDesk implements ApplicationRunner {

	private final RealtimeSession session;

	FrontDesk(RealtimeSession session) {
		this.session = session;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		Answer answer = this.session.ask("Greet the guest.").join();
		System.out.println(answer.text());
		answer.writeWav(Path.of("greeting.wav"));
	}

	@EventListener
	void on(RealtimeEvent<ResponseDone> event) {
		System.out.println(event.session().id() + ": " + event.getPayload().text());
	}

}
// end::listener[]
