package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.benchmarks.load.page.CallPages;
import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.benchmarks.load.relay.NodeRelay;
import io.realtime4j.benchmarks.load.relay.RelayApplication;
import io.realtime4j.benchmarks.load.relay.RelayContestant;
import io.realtime4j.benchmarks.load.server.LoadServer;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import org.jspecify.annotations.Nullable;

/**
 * Calls through one application: pages, the application and a service, each in a process
 * of its own.
 */
final class CallRun {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final double SHARE_OF_FRAMES = 0.97;

	private static final int FEW = 10;

	private static final int SHARE_OF_FIRST_WARM_UP = 3;

	private static final double KIB = 1024;

	private static final List<String> APPLICATION_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

	private static final List<String> PAGES_OPTIONS = List.of("-Xmx1g");

	private final RelayContestant contestant;

	private final Options options;

	private final int calls;

	private final Duration time;

	/**
	 * Create a run.
	 * @param contestant what the calls go through
	 * @param options those of the program
	 */
	CallRun(RelayContestant contestant, Options options) {
		this.contestant = contestant;
		this.options = options;
		this.calls = options.number("calls", 100);
		this.time = options.seconds("seconds", Duration.ofSeconds(60));
	}

	/**
	 * Run.
	 * @param java the JDK of the application
	 * @param node the relay on Node, for that contestant
	 * @return what came of it
	 */
	CallCost measure(Path java, @Nullable NodeRelay node) {
		Path own = Options.of().javas().get(0);
		try (ServerJvm service = ServerJvm.start(this.options.with("scenario", "calls"));
				ChildProcess application = start(java, node, this.options.with("url", service.baseUrl()))) {
			String url = "ws://127.0.0.1:" + application.figures(PATIENCE).get("port") + "/realtime";
			try (ChildProcess pages = ChildJvm.start(own, PAGES_OPTIONS, CallPages.class,
					this.options.with("url", url).with("script", this.contestant.script()))) {
				pages.figures(PATIENCE);
				CallCost cost = measure(service, application, pages);
				application.end(PATIENCE);
				return cost;
			}
		}
	}

	private ChildProcess start(Path java, @Nullable NodeRelay node, Options options) {
		if (this.contestant == RelayContestant.NODE) {
			if (node == null) {
				throw new IllegalStateException("There is no Node");
			}
			return node.start(options);
		}
		List<String> jvm = new ArrayList<>(APPLICATION_OPTIONS);
		for (String option : options.text("jvm", "").split(" ")) {
			if (!option.isEmpty()) {
				jvm.add(option.replace("{name}", this.contestant.name().toLowerCase(Locale.ROOT)));
			}
		}
		return ChildJvm.start(java, jvm, RelayApplication.class, options.with("mode", this.contestant.script()));
	}

	private CallCost measure(ServerJvm service, ChildProcess application, ChildProcess pages) {
		Duration warmup = this.options.seconds("warmup", Duration.ofSeconds(60));
		Duration first = warmup.dividedBy(SHARE_OF_FIRST_WARM_UP);
		pages.ask("open=" + Math.max(2, this.calls / FEW), PATIENCE);
		Pause.of(first);
		pages.ask("close", PATIENCE);
		MemoryUse idle = MemoryUse.of(application);
		pages.ask("open=" + this.calls, PATIENCE);
		Pause.of(warmup.minus(first));
		service.jvm().ask(LoadServer.BEGIN, PATIENCE);
		pages.ask("begin", PATIENCE);
		Duration before = application.cpu();
		long start = System.nanoTime();
		Pause.of(this.time);
		Duration cpu = application.cpu().minus(before);
		double seconds = (System.nanoTime() - start) / 1e9;
		Figures heard = pages.ask("figures", PATIENCE);
		Figures received = service.figures();
		requireFrames("pages", heard);
		requireFrames("the service", received);
		MemoryUse busy = MemoryUse.of(application);
		pages.ask("close", PATIENCE);
		return new CallCost(cpu.toNanos() / 1e6 / seconds / this.calls, busy.minus(idle) / KIB / this.calls,
				(busy.heap() - idle.heap()) / KIB / this.calls, heard, received);
	}

	private void requireFrames(String who, Figures figures) {
		long expected = this.calls * CallAudio.PER_SECOND * this.time.toMillis() / 1000;
		long frames = figures.get("frames");
		// Half a second of each call may be on its way at the beginning and at the end
		long onTheWay = this.calls * CallAudio.PER_SECOND / 2;
		Run.require(frames >= expected * SHARE_OF_FRAMES - onTheWay,
				this.contestant.title() + ": " + who + " received " + frames + " of " + expected + " frames");
	}

}
