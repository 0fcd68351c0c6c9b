package io.realtime4j.benchmarks.load.soak;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.benchmarks.load.client.StarterClient;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.process.Resources;

/**
 * Holds conversations, some at a time and one after the other, until it is told to
 * finish. It answers {@code heap} with the heap in use, and {@code finish} with all that
 * it was told.
 */
public final class SoakClient {

	private static final long PATIENCE_MINUTES = 5;

	private final AtomicInteger numbers = new AtomicInteger();

	private final Ledger ledger = new Ledger();

	private final StarterClient client;

	private final ExecutorService users;

	private final int turns;

	private volatile boolean finishing;

	private SoakClient(Options options) {
		this.client = StarterClient.start(options.uri("url"), null, properties(), this.ledger);
		this.users = Executors.newCachedThreadPool();
		this.turns = options.number("turns", 30);
	}

	/**
	 * Run.
	 * @param args {@code --url}, {@code --sessions} at a time, and {@code --turns} of
	 * each
	 */
	public static void main(String[] args) {
		Options options = Options.of(args);
		SoakClient soak = new SoakClient(options);
		for (int i = 0; i < options.number("sessions", 10); i++) {
			soak.users.execute(soak::talk);
		}
		ParentLine.listen(soak::command);
	}

	// Found and mended sooner than by default, so that there is more to survive
	private static Map<String, Object> properties() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("realtime.session.output-modalities", "text");
		properties.put("realtime.reconnect.initial-delay", "100ms");
		properties.put("realtime.reconnect.max-delay", "2s");
		properties.put("realtime.reconnect.max-attempts", "100");
		properties.put("realtime.keep-alive.interval", "2s");
		properties.put("realtime.keep-alive.timeout", "6s");
		return properties;
	}

	private void talk() {
		while (!this.finishing) {
			new Talk(this.numbers.incrementAndGet(), this.client.open(), this.ledger).hold(this.turns,
					() -> this.finishing);
		}
	}

	private void command(String command) {
		if (command.equals("finish")) {
			finish();
			this.ledger.figures().with("conversations", this.numbers.get()).print();
		}
		else {
			Figures.none().with("heap", Resources.heap()).with("threads", Resources.threads()).print();
		}
	}

	private void finish() {
		this.finishing = true;
		this.users.shutdown();
		try {
			if (!this.users.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
				this.ledger.count("Stuck");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
