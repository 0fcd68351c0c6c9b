package consumer;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionOpened;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class Greeter {

	private final RealtimeSession session;

	private final StringBuffer heard = new StringBuffer();

	private final CompletableFuture<ResponseDone> done = new CompletableFuture<>();

	Greeter(RealtimeSession session) {
		this.session = session;
	}

	@EventListener
	void on(SessionOpened event) {
		this.session.ask("Good morning!");
	}

	@EventListener
	void on(ResponseOutputTextDelta event) {
		this.heard.append(event.delta());
	}

	@EventListener
	void on(ResponseDone event) {
		this.done.complete(event);
	}

	CompletableFuture<ResponseDone> done() {
		return this.done;
	}

	String heard() {
		return this.heard.toString();
	}

}
