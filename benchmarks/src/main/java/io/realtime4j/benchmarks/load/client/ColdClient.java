package io.realtime4j.benchmarks.load.client;

import java.net.URI;
import java.time.Duration;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.event.server.ServerEvent;

import org.springframework.context.event.EventListener;

/**
 * The first event in a fresh JVM.
 */
public final class ColdClient {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int TEXT_BUFFER = 16 * 1024;

	private ColdClient() {
	}

	/**
	 * Run.
	 * @param args {@code --contestant}, {@code --url}, and {@code --pause} seconds that
	 * the application waits before it uses its client
	 */
	public static void main(String[] args) {
		long start = System.nanoTime();
		Options options = Options.of(args);
		FrameGate gate = new FrameGate();
		gate.expect(1);
		try (LoadClient client = client(Contestant.valueOf(options.text("contestant")), options.uri("url"), gate)) {
			// An application is there before it uses the client; others have none
			boolean application = client instanceof StarterClient;
			long started = System.nanoTime();
			if (application) {
				Pause.of(options.seconds("pause", PAUSE));
			}
			long firstUse = System.nanoTime();
			client.open(1);
			long end = gate.await(PATIENCE);
			long use = end - ((application) ? firstUse : start);
			ParentLine.listen();
			ParentLine.finish(Figures.none().with("whole", end - firstUse + started - start).with("use", use));
		}
	}

	private static LoadClient client(Contestant contestant, URI url, FrameGate gate) {
		return switch (contestant) {
			case REALTIME4J -> StarterClient.start(url, null, new Listener(gate));
			case OFFICIAL -> new OfficialClient(url, (event) -> gate.pass());
			default -> new SpringClient(url, null, TEXT_BUFFER, (text) -> gate.pass());
		};
	}

	/**
	 * The bean of the application.
	 *
	 * @param gate opens with the first event
	 */
	record Listener(FrameGate gate) {

		@EventListener
		void on(ServerEvent event) {
			this.gate.pass();
		}

	}

}
