package io.realtime4j.benchmarks.load.page;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.report.Latencies;

/**
 * Pages that are in calls. They are opened, closed and asked by the JVM that started this
 * one: {@code open=N}, {@code close}, {@code begin} and {@code figures}, each of which is
 * answered with figures when it is done.
 */
public final class CallPages {

	private final Options options;

	private final Latencies heard = new Latencies();

	private final Queue<String> commands = new ConcurrentLinkedQueue<>();

	private final Pages pages;

	private boolean closing;

	private CallPages(Options options) throws IOException {
		this.options = options;
		this.pages = new Pages(options.uri("url"), options.flag("deflate"), this::gone);
	}

	/**
	 * Run until the JVM that started this one closes the line.
	 * @param args {@code --url} of the application, {@code --script}: {@code voice},
	 * {@code relay} or {@code bare}, {@code --deflate} to offer compression,
	 * {@code --reports} to report each piece that was played
	 * @throws IOException if the system does not give what is needed
	 */
	public static void main(String[] args) throws IOException {
		CallPages pages = new CallPages(Options.of(args));
		ParentLine.listen(pages::command);
		Figures.none().print();
		pages.run();
	}

	private void command(String command) {
		this.commands.add(command);
		this.pages.wakeUp();
	}

	private void gone(Page page) {
		if (!this.closing) {
			throw new IllegalStateException(
					"The application closed a page: code " + page.closeCode() + " " + page.refusal());
		}
	}

	private void run() throws IOException {
		while (true) {
			this.pages.work();
			for (String command = this.commands.poll(); command != null; command = this.commands.poll()) {
				execute(command);
			}
		}
	}

	private void execute(String command) throws IOException {
		if (command.startsWith("open=")) {
			open(Integer.parseInt(command.substring("open=".length())));
		}
		else if (command.equals("close")) {
			close();
		}
		else if (command.equals("begin")) {
			this.heard.clear();
		}
		this.heard.figures().with("pages", this.pages.count()).print();
	}

	private void open(int count) throws IOException {
		this.closing = false;
		for (int i = 0; i < count; i++) {
			this.pages.open(script());
		}
		while (!this.pages.areReady()) {
			this.pages.work();
		}
	}

	private PageScript script() {
		String script = this.options.text("script");
		return switch (script) {
			case "voice" -> new VoiceScript(this.heard, this.options.flag("reports"));
			case "relay" -> new RelayScript(this.heard);
			case "bare" -> new CallScript(this.heard);
			default -> throw new IllegalArgumentException("Unknown script " + script);
		};
	}

	private void close() throws IOException {
		this.closing = true;
		this.pages.goodbye();
		while (this.pages.count() > 0) {
			this.pages.work();
		}
	}

}
