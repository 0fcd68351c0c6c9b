package io.realtime4j.benchmarks.load.client;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.event.server.ResponseOutputAudioDelta;

import org.springframework.context.event.EventListener;

/**
 * Many sessions in which nothing happens, except, if it is asked for, one large frame in
 * each.
 */
public final class IdleClient {

	private static final int DEFAULT_SESSIONS = 1000;

	private static final int WARM_UP = 20;

	private static final int BATCH = 1000;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration THREADS_SETTLE = Duration.ofSeconds(40);

	private static final Duration PACE = Duration.ofSeconds(2);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final double NOISE = 1.05;

	private final FrameGate gate = new FrameGate();

	private IdleClient() {
	}

	/**
	 * Run.
	 * @param args {@code --contestant}, {@code --url}, {@code --tls}, {@code --sessions},
	 * {@code --threads} to wait {@code --settle} seconds for the threads to settle, and
	 * {@code --large} for the large frame and {@code --recovery} seconds after it
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		new IdleClient().run(Options.of(args));
	}

	private void run(Options options) {
		int sessions = options.number("sessions", DEFAULT_SESSIONS);
		try (LoadClient client = SessionClients.create(options, SessionClients::ignore, new Listener())) {
			client.open(WARM_UP);
			client.closeSessions();
			settle(options, Integer.MAX_VALUE);
			long before = Resources.heap();
			long outside = Resources.outside();
			int threads = Resources.threads();
			for (int left = sessions; left > 0; left -= BATCH) {
				client.open(Math.min(left, BATCH));
			}
			settle(options, threads);
			long idle = Resources.heap();
			Figures figures = Figures.none()
				.with("before", before)
				.with("idle", idle)
				.with("outside", Resources.outside() - outside)
				.with("threadsBefore", threads)
				.with("threads", Resources.threads());
			ParentLine.finish((options.flag("large")) ? burst(client, options, before, idle, figures) : figures);
		}
	}

	private static void settle(Options options, int threads) {
		if (options.flag("threads")) {
			Pause.until(() -> Resources.threads() <= threads, options.seconds("settle", THREADS_SETTLE));
		}
	}

	private Figures burst(LoadClient client, Options options, long before, long idle, Figures figures) {
		this.gate.expect(options.number("sessions", DEFAULT_SESSIONS));
		client.request();
		long last = this.gate.await(PATIENCE);
		long enough = before + Math.round((idle - before) * NOISE);
		Duration recovery = options.seconds("recovery", MINUTE);
		long after = Resources.heap();
		while (after > enough && System.nanoTime() - last < recovery.toNanos()) {
			Pause.of(PACE);
			after = Math.min(after, Resources.heap());
		}
		return figures.with("after", after).with("millis", (System.nanoTime() - last) / 1_000_000);
	}

	/**
	 * The bean of the application.
	 */
	final class Listener {

		@EventListener
		void on(ResponseOutputAudioDelta event) {
			IdleClient.this.gate.pass();
		}

	}

}
