package io.realtime4j.benchmarks.load.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.report.TurnClock;

/**
 * Pages that watch long conversations. The JVM that started this one says
 * {@code expect=TURNS} and then {@code await}, which is answered with the time of a turn.
 */
public final class TurnPages {

	private static final long PATIENCE = Duration.ofMinutes(2).toNanos();

	private final TurnClock clock = new TurnClock();

	private final List<TurnScript> scripts = new ArrayList<>();

	private final Queue<String> commands = new ConcurrentLinkedQueue<>();

	private final Pages pages;

	private TurnPages(Options options) throws IOException {
		this.pages = new Pages(options.uri("url"), true, TurnPages::gone);
	}

	/**
	 * Run until the JVM that started this one closes the line.
	 * @param args {@code --url} of the application, and {@code --sessions} to open, one
	 * after the other
	 * @throws IOException if the system does not give what is needed
	 */
	public static void main(String[] args) throws IOException {
		Options options = Options.of(args);
		TurnPages pages = new TurnPages(options);
		for (int i = 0; i < options.number("sessions", 1); i++) {
			pages.open();
		}
		ParentLine.listen(pages::command);
		Figures.none().with("sessions", pages.pages.count()).print();
		pages.run();
	}

	private static void gone(Page page) {
		throw new IllegalStateException(
				"The application closed a page: code " + page.closeCode() + " " + page.refusal());
	}

	private void open() throws IOException {
		TurnScript script = new TurnScript(this.clock);
		this.scripts.add(script);
		this.pages.open(script);
		while (!this.pages.areReady()) {
			this.pages.work();
		}
	}

	private void command(String command) {
		this.commands.add(command);
		this.pages.wakeUp();
	}

	private void run() throws IOException {
		while (true) {
			this.pages.work();
			for (String command = this.commands.poll(); command != null; command = this.commands.poll()) {
				answer(command);
			}
		}
	}

	private void answer(String command) throws IOException {
		if (command.startsWith("expect=")) {
			this.clock.expect(Integer.parseInt(command.substring("expect=".length())));
			Figures.none().print();
		}
		else if (command.equals("await")) {
			long start = System.nanoTime();
			while (!this.clock.isDone() && System.nanoTime() - start < PATIENCE) {
				this.pages.work();
			}
			long captions = this.scripts.stream().mapToLong(TurnScript::captions).sum();
			Figures.none().with("nanos", this.clock.nanos()).with("items", captions).print();
		}
	}

}
