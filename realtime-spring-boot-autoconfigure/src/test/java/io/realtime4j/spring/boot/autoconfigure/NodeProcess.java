package io.realtime4j.spring.boot.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A node in a JVM of its own, which tells its port and what it sends to its service.
 */
final class NodeProcess implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofMinutes(2);

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private final List<String> output = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final Process process;

	NodeProcess(Class<?> main, String url) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName(), url));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		Thread reader = new Thread(this::read, "output of a node");
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			lines.lines().forEach(this::take);
		}
		catch (IOException ex) {
			this.port.completeExceptionally(ex);
		}
		this.port.completeExceptionally(new IllegalStateException("The node ended: " + this.output));
	}

	private void take(String line) {
		if (line.startsWith(SurvivalNode.PORT)) {
			this.port.complete(Integer.valueOf(line.substring(SurvivalNode.PORT.length())));
		}
		else if (line.startsWith(SurvivalNode.SENT)) {
			this.sent.add(line);
		}
		else {
			this.output.add(line);
		}
	}

	int port() {
		return this.port.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	/**
	 * Return how much of a type was sent to the service.
	 */
	long sent(String type) {
		return this.sent.stream().filter((text) -> text.contains("\"" + type + "\"")).count();
	}

	List<String> sent() {
		return this.sent;
	}

	void tell(String line) throws IOException {
		this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
		this.process.getOutputStream().flush();
	}

	/**
	 * Kill the node, as the kernel does.
	 */
	void kill() {
		this.process.destroyForcibly().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
