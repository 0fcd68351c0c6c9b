package io.realtime4j.sample;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the application with the beans that were made ahead of time, as a native
 * image has them.
 */
class AheadOfTimeTests {

	private static final Path GENERATED = Path.of("target", "spring-aot", "main");

	private static final Pattern ADDRESS = Pattern.compile("open at (http://localhost:\\d+)");

	private static final long PATIENCE_SECONDS = 120;

	@Test
	void applicationThatWasProcessedAheadOfTimeBooksTables() throws Exception {
		Assumptions.assumeTrue(Files.isDirectory(GENERATED.resolve("classes")),
				"Nothing was processed ahead of time: the build by Maven does so");
		Process application = start();
		CompletableFuture.delayedExecutor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS).execute(application::destroyForcibly);
		try {
			URI page = URI.create(address(application));
			Conversation conversation = new Conversation();
			WebSocket socket = HttpClient.newHttpClient()
				.newWebSocketBuilder()
				.header("Origin", page.toString())
				.subprotocols("realtime4j.v1")
				.buildAsync(URI.create("ws://localhost:" + page.getPort() + "/realtime"), conversation)
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			socket.sendText("{\"type\":\"start\",\"sampleRate\":24000}", true).join();
			conversation.await((message) -> message.path("type").asString().equals("ready"));
			socket
				.sendText("{\"type\":\"text\",\"text\":\"Book a table for Ada, four people, tomorrow at 7 pm\"}", true)
				.join();
			JsonNode output = conversation.await((message) -> message.path("type").asString().equals("tool-output"));
			assertThat(output.path("output").asString()).contains("Ada");
			JsonNode event = conversation
				.await((message) -> message.at("/event/type").asString().equals("response.done"));
			assertThat(event.at("/event/response/status").asString()).isEqualTo("completed");
		}
		finally {
			application.destroyForcibly().waitFor();
		}
	}

	private static Process start() throws IOException {
		String classPath = String.join(File.pathSeparator, GENERATED.resolve("classes").toString(),
				GENERATED.resolve("resources").toString(), System.getProperty("java.class.path"));
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dspring.aot.enabled=true", "-XX:TieredStopAtLevel=1", "-cp", classPath,
				FrontDeskApplication.class.getName(), "--server.port=0", "--realtime.api-key=")
			.redirectErrorStream(true)
			.start();
	}

	private static String address(Process application) throws IOException {
		StringBuilder log = new StringBuilder();
		BufferedReader reader = application.inputReader();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			log.append(line).append('\n');
			Matcher address = ADDRESS.matcher(line);
			if (address.find()) {
				Thread thread = new Thread(() -> readOn(reader), "output-of-the-application");
				thread.setDaemon(true);
				thread.start();
				return address.group(1);
			}
		}
		throw new IllegalStateException("The application did not start:\n" + log);
	}

	// A process whose output nobody reads stands still
	private static void readOn(BufferedReader reader) {
		try {
			reader.transferTo(Writer.nullWriter());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A page that reads what it is told.
	 */
	private static final class Conversation implements WebSocket.Listener {

		private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

		private final StringBuilder text = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				this.messages.add(JsonMapper.shared().readTree(this.text.toString()));
				this.text.setLength(0);
			}
			socket.request(1);
			return CompletableFuture.completedFuture(null);
		}

		JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
			while (true) {
				JsonNode message = this.messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
				assertThat(message).as("The application says no more").isNotNull();
				if (wanted.test(message)) {
					return message;
				}
			}
		}

	}

}
