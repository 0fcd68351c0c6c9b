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

import com.zaxxer.hikari.HikariDataSource;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.spring.store.jdbc.JdbcConversationStore;
import io.realtime4j.spring.store.jdbc.PostgresCluster;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a node that is killed in the middle of a sentence: two JVMs and a PostgreSQL,
 * where that is installed.
 */
class NodeDeathTests {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Test
	void conversationSurvivesItsNode() throws IOException {
		String url = PostgresCluster.url();
		try (HikariDataSource database = PostgresCluster.dataSource();
				Node first = new Node(url);
				Node second = new Node(url)) {
			StoredConversations conversations = new StoredConversations(
					new JdbcConversationStore(database, Duration.ofSeconds(30)));
			BridgePage page = BridgePage.connect(first.port());
			String token = page.start(24_000).path("resume").asString();
			String id = token.substring(0, token.indexOf('.'));
			page.awaitOpen();
			page.send("{'type':'text','text':'Tell me a story'}");
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(conversations.find(id)).hasValueSatisfying((stored) -> {
					assertThat(stored.notes()).hasSize(1);
					assertThat(texts(stored)).hasSize(2).last().asString().contains("w3 ");
				}));
			first.kill();
			StoredConversation left = conversations.find(id).orElseThrow();
			assertThat(left.endedAt()).isNull();
			BridgePage again = BridgePage.connect(second.port());
			JsonNode ready = again.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Tell me a story");
			assertThat(ready.at("/history/1/text").asString()).startsWith("w1 w2 w3");
			again.awaitOpen();
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(second.sent("conversation.item.create")).isEqualTo(2));
			assertThat(second.sent("response.create")).isZero();
			again.send("{'type':'text','text':'Go on'}");
			again.await("audio");
			await().atMost(PATIENCE)
				.untilAsserted(
						() -> assertThat(texts(conversations.find(id).orElseThrow())).hasSize(4).satisfies((all) -> {
							assertThat(all.get(0)).isEqualTo("Tell me a story");
							assertThat(all.get(1)).startsWith(texts(left).get(1));
							assertThat(all.get(2)).isEqualTo("Go on");
							assertThat(all.get(3)).startsWith("w1 ");
						}));
			assertThat(conversations.find(id).orElseThrow().header().owner()).isEqualTo(2);
			assertThat(second.sent("response.create")).isOne();
			again.leave(1000);
		}
	}

	private static List<String> texts(StoredConversation stored) {
		List<ConversationEntry> entries = stored.conversation().entries();
		return entries.stream().map((entry) -> ((MessageEntry) entry).text()).toList();
	}

	/**
	 * A node in a JVM of its own.
	 */
	private static final class Node implements AutoCloseable {

		private final List<String> sent = new CopyOnWriteArrayList<>();

		private final List<String> output = new CopyOnWriteArrayList<>();

		private final CompletableFuture<Integer> port = new CompletableFuture<>();

		private final Process process;

		Node(String url) throws IOException {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
							System.getProperty("java.class.path"), SurvivalNode.class.getName(), url));
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

		long sent(String type) {
			return this.sent.stream().filter((text) -> text.contains("\"" + type + "\"")).count();
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

}
