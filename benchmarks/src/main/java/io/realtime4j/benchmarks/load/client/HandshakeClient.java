package io.realtime4j.benchmarks.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.server.HandshakeEvents;
import io.realtime4j.spring.event.RealtimeEvent;

import org.springframework.context.event.EventListener;

/**
 * Sessions with a server that pushes right behind the handshake. What listeners hear is
 * compared with what the server said, character by character.
 */
public final class HandshakeClient {

	private static final int BATCH = 50;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern NUMBER = Pattern.compile("\"id\":\"sess_0*(\\d+)\"");

	private final Map<String, List<String>> texts = new ConcurrentHashMap<>();

	private final FrameGate gate = new FrameGate();

	private HandshakeClient() {
	}

	/**
	 * Run.
	 * @param args {@code --url}, and {@code --connections}, a multiple of 50
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		new HandshakeClient().run(Options.of(args));
	}

	private void run(Options options) {
		// Those that are pushed, and the answer to the settings
		int events = HandshakeEvents.of(0).size() + 1;
		long checked = 0;
		long corrupted = 0;
		try (LoadClient client = StarterClient.start(options.uri("url"), null, new Listener())) {
			while (checked < options.number("connections", 2000)) {
				this.gate.expect(BATCH * events);
				client.open(BATCH);
				this.gate.await(PATIENCE);
				client.closeSessions();
				corrupted += this.texts.values().stream().filter(HandshakeClient::isCorrupted).count();
				checked += this.texts.size();
				this.texts.clear();
			}
		}
		ParentLine.finish(Figures.none().with("connections", checked).with("corrupted", corrupted));
	}

	private static boolean isCorrupted(List<String> received) {
		Matcher number = NUMBER.matcher(received.get(0));
		if (!number.find()) {
			return true;
		}
		List<String> expected = HandshakeEvents.of(Integer.parseInt(number.group(1)));
		return !received.subList(0, expected.size()).equals(expected);
	}

	/**
	 * The bean of the application.
	 */
	final class Listener {

		@EventListener
		void on(RealtimeEvent<?> event) {
			String json = event.json();
			if (json != null) {
				HandshakeClient.this.texts.computeIfAbsent(event.session().id(), (id) -> new ArrayList<>()).add(json);
				HandshakeClient.this.gate.pass();
			}
		}

	}

}
