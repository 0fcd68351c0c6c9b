package io.realtime4j.benchmarks.load.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.report.Statistics;
import io.realtime4j.benchmarks.load.server.ServerEvents;
import io.realtime4j.benchmarks.load.wire.Stamp;
import io.realtime4j.event.server.ResponseOutputAudioDelta;

import org.springframework.context.event.EventListener;

/**
 * Many sessions with audio at a steady pace, and the time that each delta took from the
 * server to the listener. Both JVMs read the clock of the machine, which
 * {@link System#nanoTime()} would not promise to be the same.
 */
public final class LatencyClient {

	private static final int FRAMES_PER_SECOND = 20;

	private static final String EVENT_ID_START = "event_";

	private final long[] latencies;

	private final AtomicInteger count = new AtomicInteger();

	private volatile boolean measuring;

	private LatencyClient(int expected) {
		// Twice what is expected, so that a frame too many is noticed
		this.latencies = new long[expected * 2];
	}

	/**
	 * Run.
	 * @param args {@code --contestant}, {@code --url}, {@code --sessions},
	 * {@code --seconds}, {@code --warmup} in seconds, and {@code --virtual}
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		Options options = Options.of(args);
		Duration time = options.seconds("seconds", Duration.ofSeconds(60));
		int sessions = options.number("sessions", 1000);
		new LatencyClient((int) (sessions * FRAMES_PER_SECOND * time.toMillis() / 1000)).run(options, sessions, time);
	}

	private void run(Options options, int sessions, Duration time) {
		try (LoadClient client = SessionClients.create(options, this::onText, new Listener())) {
			client.open(sessions);
			client.request();
			Pause.of(options.seconds("warmup", Duration.ofSeconds(20)));
			this.measuring = true;
			Pause.of(time);
			this.measuring = false;
			long[] sorted = Arrays.copyOf(this.latencies, Math.min(this.count.get(), this.latencies.length));
			Arrays.sort(sorted);
			ParentLine.finish(Figures.none()
				.with("jdk", Runtime.version().feature())
				.with("frames", this.count.get())
				.with("expected", this.latencies.length / 2)
				.with("p50", Statistics.percentile(sorted, 0.5))
				.with("p99", Statistics.percentile(sorted, 0.99))
				.with("p999", Statistics.percentile(sorted, 0.999)));
		}
	}

	private void onText(String text) {
		if (this.measuring && text.length() >= ServerEvents.SHORTEST_DELTA) {
			int start = ServerEvents.DELTA_START.length();
			record(Long.parseLong(text, start, start + ServerEvents.STAMP_LENGTH, 10));
		}
	}

	private void record(long stamp) {
		long now = Stamp.now();
		int index = this.count.getAndIncrement();
		if (index < this.latencies.length) {
			this.latencies[index] = now - stamp;
		}
	}

	/**
	 * The bean of the application.
	 */
	final class Listener {

		@EventListener
		void on(ResponseOutputAudioDelta event) {
			String id = event.eventId();
			if (LatencyClient.this.measuring && id != null) {
				record(Long.parseLong(id, EVENT_ID_START.length(), id.length(), 10));
			}
		}

	}

}
