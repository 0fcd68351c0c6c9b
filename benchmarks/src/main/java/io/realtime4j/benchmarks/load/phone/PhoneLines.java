package io.realtime4j.benchmarks.load.phone;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.realtime4j.benchmarks.load.page.Page;
import io.realtime4j.benchmarks.load.page.Pages;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.server.LoadServer;
import io.realtime4j.benchmarks.load.wire.LineEar;

/**
 * Lines of Twilio that are in calls. They are called, hung up and asked by the JVM that
 * started this one: {@code open=N}, {@code measure}, {@code hush}, {@code figures} and
 * {@code close}, each of which is answered with figures when it is done.
 */
public final class PhoneLines {

	/**
	 * Address of the application as the carrier knows it.
	 */
	public static final String PUBLIC_URL = "https://voice.example.com";

	/**
	 * Token that the carrier signs with.
	 */
	public static final String AUTH_TOKEN = "load";

	private static final String PATH = "/realtime/twilio";

	private final LineEar ear = new LineEar();

	private final Queue<String> commands = new ConcurrentLinkedQueue<>();

	private final List<LineScript> lines = new ArrayList<>();

	private final Operator operator;

	private final Pages pages;

	private boolean closing;

	private PhoneLines(URI application) throws IOException {
		this.operator = new Operator(application, PATH);
		this.pages = new Pages(application.resolve(PATH + "/media"), false, this::gone);
	}

	/**
	 * Run until the JVM that started this one closes the line.
	 * @param args {@code --url} of the application
	 * @throws IOException if the system does not give what is needed
	 */
	public static void main(String[] args) throws IOException {
		PhoneLines lines = new PhoneLines(Options.of(args).uri("url"));
		ParentLine.listen(lines::command);
		Figures.none().print();
		lines.run();
	}

	private void command(String command) {
		this.commands.add(command);
		this.pages.wakeUp();
	}

	private void gone(Page page) {
		if (!this.closing) {
			throw new IllegalStateException("The application ended a call");
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
		else if (command.equals(LoadServer.MEASURE)) {
			this.ear.measure();
		}
		else if (command.equals(LoadServer.HUSH)) {
			this.lines.forEach(LineScript::hush);
		}
		else if (command.equals("close")) {
			close();
		}
		this.ear.figures().with("said", said()).with("lines", this.pages.count()).print();
	}

	private long said() {
		return this.lines.stream().mapToLong(LineScript::said).sum();
	}

	private void open(int count) throws IOException {
		this.closing = false;
		for (int i = 0; i < count; i++) {
			String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
			Map<String, String> parameters = this.operator.announce(callSid, i);
			LineScript line = new LineScript(callSid, parameters, this.operator.mediaSignature(), this.ear);
			this.lines.add(line);
			this.pages.open(line);
			this.pages.work();
		}
		while (!this.pages.areReady()) {
			this.pages.work();
		}
	}

	private void close() throws IOException {
		this.closing = true;
		this.pages.goodbye();
		while (this.pages.count() > 0) {
			this.pages.work();
		}
		this.lines.forEach(this.ear::forget);
		this.lines.clear();
		this.ear.begin();
	}

}
