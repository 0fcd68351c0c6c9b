package io.realtime4j.benchmarks.load.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.report.TurnClock;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.event.RealtimeEvent;

import org.springframework.context.event.EventListener;

/**
 * Sessions with long conversations that nobody watches. The JVM that started this one
 * says {@code expect=TURNS} and then {@code await}, which is answered with the time of a
 * turn.
 */
public final class TurnClient {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final TurnClock clock = new TurnClock();

	private TurnClient() {
	}

	/**
	 * Run.
	 * @param args {@code --url}, and {@code --sessions} to open, one after the other
	 */
	public static void main(String[] args) {
		new TurnClient().run(Options.of(args));
	}

	private void run(Options options) {
		Map<String, Object> unlimited = Map.of("realtime.session.history.max-items", 1_000_000,
				"realtime.session.history.max-size", "1GB");
		try (StarterClient client = StarterClient.start(options.uri("url"), null, unlimited, new Listener())) {
			List<RealtimeSession> sessions = new ArrayList<>();
			for (int i = 0; i < options.number("sessions", 1); i++) {
				RealtimeSession session = client.open();
				session.open().join();
				sessions.add(session);
			}
			Figures.none().with("sessions", sessions.size()).print();
			ParentLine.serve((command) -> answer(command, sessions));
		}
	}

	private void answer(String command, List<RealtimeSession> sessions) {
		if (command.startsWith("expect=")) {
			this.clock.expect(Integer.parseInt(command.substring("expect=".length())));
			Figures.none().print();
		}
		else if (command.equals("await")) {
			Pause.until(this.clock::isDone, PATIENCE);
			long items = sessions.stream().mapToLong((session) -> session.conversation().entries().size()).sum();
			Figures.none().with("nanos", this.clock.nanos()).with("items", items).print();
		}
	}

	/**
	 * The bean of the application.
	 */
	final class Listener {

		@EventListener
		void on(RealtimeEvent<ResponseDone> event) {
			TurnClient.this.clock.pass();
		}

	}

}
