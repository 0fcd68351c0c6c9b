package io.realtime4j.benchmarks.load.client;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.process.Resources;

/**
 * Sessions that are opened and closed over and over again.
 */
public final class CyclesClient {

	private static final int BATCH = 50;

	private static final int WARM_UP = 1000;

	private static final Duration SETTLE = Duration.ofSeconds(40);

	private CyclesClient() {
	}

	/**
	 * Run.
	 * @param args {@code --url}, and {@code --cycles}, a multiple of 50
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		Options options = Options.of(args).with("contestant", Contestant.REALTIME4J);
		int cycles = options.number("cycles", 10_000);
		try (LoadClient client = SessionClients.create(options, SessionClients::ignore)) {
			cycle(client, Math.min(cycles, WARM_UP));
			int least = Resources.threads();
			Duration settle = options.seconds("settle", SETTLE);
			Pause.of(settle);
			least = Math.min(least, Resources.threads());
			long heap = Resources.heap();
			long files = Resources.files();
			cycle(client, cycles);
			int threads = least;
			Pause.until(() -> Resources.threads() <= threads, settle);
			ParentLine.finish(Figures.none()
				.with("heapBefore", heap)
				.with("heapAfter", Resources.heap())
				.with("filesBefore", files)
				.with("filesAfter", Resources.files())
				.with("threadsBefore", threads)
				.with("threadsAfter", Resources.threads()));
		}
	}

	private static void cycle(LoadClient client, int cycles) {
		for (int i = 0; i < cycles; i += BATCH) {
			client.open(BATCH);
			client.closeSessions();
		}
	}

}
