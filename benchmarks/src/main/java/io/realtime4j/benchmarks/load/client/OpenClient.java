package io.realtime4j.benchmarks.load.client;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;

/**
 * Many sessions that are opened at once.
 */
public final class OpenClient {

	private OpenClient() {
	}

	/**
	 * Run.
	 * @param args {@code --contestant}, {@code --url}, {@code --sessions} and
	 * {@code --warmups}
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		Options options = Options.of(args);
		int sessions = options.number("sessions", 1000);
		try (LoadClient client = SessionClients.create(options, SessionClients::ignore)) {
			for (int i = 0; i < options.number("warmups", 3); i++) {
				client.open(sessions);
				client.closeSessions();
			}
			System.gc();
			long start = System.nanoTime();
			client.open(sessions);
			ParentLine.finish(Figures.none().with("nanos", System.nanoTime() - start));
		}
	}

}
