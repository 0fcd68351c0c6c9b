package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.benchmarks.load.phone.PhoneLines;
import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.relay.RelayApplication;
import io.realtime4j.benchmarks.load.server.LoadServer;

/**
 * Calls of a carrier through one application: lines, the application and a service, each
 * in a JVM of its own.
 */
final class PhoneRun {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/**
	 * How long audio may be on its way when all have fallen silent. What is later counts
	 * as lost.
	 */
	private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final double KIB = 1024;

	private static final int FEW = 10;

	private static final int SHARE_OF_FIRST_WARM_UP = 3;

	private static final List<String> APPLICATION_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

	private static final List<String> LINES_OPTIONS = List.of("-Xmx1g");

	private final Options options;

	private final int calls;

	/**
	 * Create a run.
	 * @param options those of the program
	 * @param calls how many calls there are at once
	 */
	PhoneRun(Options options, int calls) {
		this.options = options.with("calls", calls);
		this.calls = calls;
	}

	/**
	 * Run.
	 * @param java the JDK of the application
	 * @return what came of it
	 */
	PhoneCost measure(Path java) {
		List<String> jvm = new ArrayList<>(APPLICATION_OPTIONS);
		for (String option : this.options.text("jvm", "").split(" ")) {
			if (!option.isEmpty()) {
				jvm.add(option);
			}
		}
		try (ServerJvm service = ServerJvm.start(this.options.with("scenario", "phones"));
				ChildProcess application = ChildJvm.start(java, jvm, RelayApplication.class,
						this.options.with("url", service.baseUrl()).with("mode", RelayApplication.TWILIO))) {
			String url = "http://127.0.0.1:" + application.figures(PATIENCE).get("port");
			try (ChildProcess lines = ChildJvm.start(Options.of().javas().get(0), LINES_OPTIONS, PhoneLines.class,
					this.options.with("url", url))) {
				lines.figures(PATIENCE);
				PhoneCost cost = measure(service.jvm(), application, lines);
				application.end(PATIENCE);
				return cost;
			}
		}
	}

	private PhoneCost measure(ChildProcess service, ChildProcess application, ChildProcess lines) {
		Duration time = this.options.seconds("seconds", Duration.ofMinutes(5));
		Duration warmup = this.options.seconds("warmup", Duration.ofSeconds(60));
		Duration first = warmup.dividedBy(SHARE_OF_FIRST_WARM_UP);
		lines.ask("open=" + Math.max(2, this.calls / FEW), PATIENCE);
		Pause.of(first);
		lines.ask("close", PATIENCE);
		awaitNobody(service);
		MemoryUse idle = MemoryUse.of(application);
		service.ask(LoadServer.BEGIN, PATIENCE);
		lines.ask("open=" + this.calls, PATIENCE);
		Pause.of(warmup.minus(first));
		both(service, lines, LoadServer.MEASURE);
		Duration before = application.cpu();
		long start = System.nanoTime();
		Pause.of(time);
		double cpu = application.cpu().minus(before).toNanos() / 1e6;
		double seconds = (System.nanoTime() - start) / 1e9;
		both(service, lines, LoadServer.HUSH);
		PhoneCost cost = awaitAll(service, lines, cpu / seconds / this.calls);
		MemoryUse busy = MemoryUse.of(application);
		lines.ask("close", PATIENCE);
		return cost.withMemory(busy.minus(idle) / KIB / this.calls);
	}

	// A session that outlives its line would be spoken to, and nobody would hear it
	private static void awaitNobody(ChildProcess service) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (service.ask("figures", PATIENCE).get("connections") > 0) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException("Sessions of calls that are over do not end");
			}
			Pause.of(LOOK);
		}
	}

	// What is on its way arrives, so that frames can be counted
	private static PhoneCost awaitAll(ChildProcess service, ChildProcess lines, double cpu) {
		long deadline = System.nanoTime() + ON_THE_WAY.toNanos();
		PhoneCost cost;
		do {
			Pause.of(LOOK);
			Figures heard = lines.ask("figures", PATIENCE);
			cost = new PhoneCost(cpu, 0, heard, service.ask("figures", PATIENCE));
		}
		while (cost.lostOfCallers() + cost.lostOfService() > 0 && System.nanoTime() < deadline);
		return cost;
	}

	private static void both(ChildProcess service, ChildProcess lines, String command) {
		service.ask(command, PATIENCE);
		lines.ask(command, PATIENCE);
	}

}
