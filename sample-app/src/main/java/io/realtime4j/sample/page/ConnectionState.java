package io.realtime4j.sample.page;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.sample.ServerInUse;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosing;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows whether anybody is there to talk to.
 */
@Component
class ConnectionState {

	private final LivePages pages;

	private final ServerInUse server;

	ConnectionState(LivePages pages, ServerInUse server) {
		this.pages = pages;
		this.server = server;
	}

	@EventListener(SessionConnecting.class)
	void connecting() {
		show("connecting", "Connecting to " + this.server.name());
	}

	@EventListener
	void on(SessionOpened event) {
		show("open", "Connected to " + this.server.name() + model(event.settings()));
	}

	@EventListener
	void on(SessionReconnecting event) {
		show("connecting", event.cause().message() + ". Trying again.");
	}

	@EventListener(SessionReconnected.class)
	void reconnected() {
		show("open", "Connected to " + this.server.name() + " again");
	}

	@EventListener(SessionClosing.class)
	void closing() {
		show("closed", "Saying goodbye");
	}

	@EventListener
	void on(SessionClosed event) {
		show("closed", event.cause().message() + ". Start the application again to go on.");
	}

	private void show(String state, String words) {
		this.pages.show(PageMessage.lasting("state", "state", new State(state, words, this.server.isSimulator())));
	}

	private static String model(@Nullable SessionSettings settings) {
		return (settings instanceof RealtimeSessionSettings realtime && realtime.model() != null)
				? " (" + realtime.model().value() + ")" : "";
	}

	/**
	 * The state of the connection.
	 *
	 * @param state {@code connecting}, {@code open} or {@code closed}
	 * @param words the same for people
	 * @param simulator whether the simulator answers
	 */
	record State(String state, String words, boolean simulator) {

	}

}
