package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.zaxxer.hikari.HikariDataSource;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.spring.store.jdbc.JdbcConversationStore;
import io.realtime4j.spring.store.jdbc.JdbcSipCallStore;
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

	private static final Duration PATIENCE = NodeProcess.PATIENCE;

	@Test
	void conversationSurvivesItsNode() throws IOException {
		String url = PostgresCluster.url();
		try (HikariDataSource database = PostgresCluster.dataSource();
				NodeProcess first = new NodeProcess(SurvivalNode.class, url);
				NodeProcess second = new NodeProcess(SurvivalNode.class, url)) {
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

	@Test
	void callSurvivesItsNode() throws IOException {
		String url = PostgresCluster.url();
		String callId = "rtc_" + UUID.randomUUID();
		try (HikariDataSource database = PostgresCluster.dataSource();
				NodeProcess first = new NodeProcess(SipNode.class, url);
				NodeProcess second = new NodeProcess(SipNode.class, url)) {
			SipCallStore calls = new JdbcSipCallStore(database, Duration.ofSeconds(30));
			StoredConversations conversations = new StoredConversations(
					new JdbcConversationStore(database, Duration.ofSeconds(30)));
			first.port();
			second.port();
			first.tell(callId);
			AtomicReference<String> id = new AtomicReference<>();
			await().atMost(PATIENCE).untilAsserted(() -> {
				id.set(conversationOf(calls, callId));
				assertThat(conversations.find(id.get()))
					.hasValueSatisfying((stored) -> assertThat(stored.items()).hasSize(2));
			});
			assertThat(second.sent("attach")).isZero();
			first.kill();
			await().atMost(PATIENCE).untilAsserted(() -> assertThat(second.sent("response.create")).isOne());
			assertThat(second.sent()).anyMatch((text) -> text.contains("attach") && text.contains(callId));
			assertThat(second.sent("conversation.item.create")).isOne();
			assertThat(second.sent()).anyMatch((text) -> text.contains("unknown_outcome") && text.contains("call_1"));
			assertThat(second.sent("session.update")).isZero();
			assertThat(conversations.find(id.get()).orElseThrow().header().owner()).isEqualTo(2);
			assertThat(conversationOf(calls, callId)).isEqualTo(id.get());
		}
	}

	// Everything is older than the future
	private static String conversationOf(SipCallStore calls, String callId) {
		return calls.silent("realtime", Instant.now().plus(Duration.ofDays(1)), 1000)
			.stream()
			.filter((call) -> call.callId().equals(callId))
			.map(SipCallStore.SilentCall::conversationId)
			.findFirst()
			.orElse("");
	}

	private static List<String> texts(StoredConversation stored) {
		List<ConversationEntry> entries = stored.conversation().entries();
		return entries.stream().map((entry) -> ((MessageEntry) entry).text()).toList();
	}

}
