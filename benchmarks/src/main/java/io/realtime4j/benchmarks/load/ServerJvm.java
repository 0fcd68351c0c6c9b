package io.realtime4j.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.realtime4j.benchmarks.load.process.ChildJvm;
import io.realtime4j.benchmarks.load.process.ChildProcess;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.server.LoadServer;

/**
 * The server in a JVM of its own.
 *
 * @param jvm the JVM
 * @param baseUrl the root of its API
 */
record ServerJvm(ChildProcess jvm, URI baseUrl) implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final List<String> JVM_OPTIONS = List.of("-Xmx2g");

	/**
	 * Start a server, always on the JDK of this JVM.
	 * @param options its scenario and {@code --tls}
	 * @return the server
	 */
	static ServerJvm start(Options options) {
		ChildProcess jvm = ChildJvm.start(Options.of().javas().get(0), JVM_OPTIONS, LoadServer.class, options);
		String scheme = (options.text("tls", "").isEmpty()) ? "http" : "https";
		return new ServerJvm(jvm, URI.create(scheme + "://127.0.0.1:" + jvm.figures(PATIENCE).get("port") + "/v1"));
	}

	Figures figures() {
		return this.jvm.ask("figures", PATIENCE);
	}

	@Override
	public void close() {
		this.jvm.close();
	}

}
