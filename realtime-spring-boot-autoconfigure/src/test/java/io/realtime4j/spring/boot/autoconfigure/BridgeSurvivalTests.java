package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.usage.SessionUsage;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pages that come back to another node, which has the same store.
 */
class BridgeSurvivalTests {

	private static final byte[] HALF_SECOND = new byte[24_000];

	private final JdbcConnectionPool database = JdbcConnectionPool
		.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", "sa", "");

	private final BridgeServer first = new BridgeServer();

	private final BridgeServer second = new BridgeServer();

	@AfterEach
	void close() {
		this.database.dispose();
	}

	private WebApplicationContextRunner node(BridgeServer server) {
		return server.runner()
			.withConfiguration(
					AutoConfigurations.of(RealtimeUsageAutoConfiguration.class, RealtimeStoreAutoConfiguration.class))
			.withUserConfiguration(Users.class)
			.withBean(DataSource.class, () -> this.database)
			.withPropertyValues("realtime.store.type=jdbc", "realtime.store.heartbeat=500ms",
					"realtime.bridge.resume-grace=5m");
	}

	private void nodes(Nodes test) {
		ContextConsumer<AssertableWebApplicationContext> outer = (one) -> node(this.second)
			.run((other) -> test.run(one, other));
		node(this.first).run(outer);
	}

	@Test
	void pageGoesOnAtAnotherNodeAndTheFirstOneEnds() {
		nodes((one, other) -> {
			BridgePage page = connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			page.await("audio-end");
			RealtimeSession lost = BridgeServer.sessions(one).get(0);
			awaitStored(one, token, 1, 1);
			BridgePage again = connect(other, "ann");
			JsonNode ready = again.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Good morning");
			again.awaitOpen();
			BridgeServer.until(() -> assertThat(this.second.service(0).sent())
				.anyMatch((json) -> json.contains("conversation.item.create") && json.contains("Good morning")));
			assertThat(BridgeConversationTests.sent(this.second.service(0), "response.create")).isZero();
			RealtimeSession found = BridgeServer.sessions(other).get(0);
			assertThat(SessionUsage.of(found).totals().all().usage().totalTokens()).isEqualTo(30);
			assertThat(page.awaitClosed()).isEqualTo("1000 The conversation continues over another connection");
			assertThat(lost.closed()).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(ClosedByTakeOver.class);
			this.second.service(0).receive(ServiceTalk.answer("b", "And now", HALF_SECOND));
			again.await("audio-end");
			StoredConversation stored = awaitStored(other, token, 2, 2);
			assertThat(stored.user()).isEqualTo("ann");
			assertThat(stored.header().owner()).isEqualTo(2);
			assertThat(again.isOpen()).isTrue();
		});
	}

	@Test
	void pageOfANodeThatStopsGoesOnAtAnother() {
		nodes((one, other) -> {
			BridgePage page = connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			page.await("audio-end");
			page.send("{'type':'played','itemId':'a','contentIndex':0,'ms':500}").send("{'type':'nothing'}");
			page.await("error");
			((ConfigurableApplicationContext) one.getSourceApplicationContext()).stop();
			assertThat(page.awaitClosed()).startsWith("1001");
			JsonNode ready = connect(other, "ann").resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Good morning");
		});
	}

	@Test
	void callThatWasUnderWayIsNotRunAgain() {
		nodes((one, other) -> {
			BridgePage page = connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0)
				.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":{\"id\":\"c\","
						+ "\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"call_1\",\"name\":\"book\","
						+ "\"arguments\":\"{}\"}}");
			awaitStored(one, token, 1, 0);
			connect(other, "ann").resume(token);
			BridgeServer.until(() -> assertThat(this.second.service(0).sent())
				.anyMatch((json) -> json.contains("function_call_output") && json.contains("unknown_outcome")));
			BridgeServer.until(
					() -> assertThat(BridgeConversationTests.sent(this.second.service(0), "response.create")).isOne());
		});
	}

	@Test
	void tokenIsOfNoUseToOthersAndNoneAfterAGoodbye() {
		nodes((one, other) -> {
			BridgePage page = connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			awaitStored(one, token, 0, 0);
			assertThat(connect(other, "bob").resume(token).path("resumed").asBoolean()).isFalse();
			String guessed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
			assertThat(connect(other, "ann").resume(guessed).path("resumed").asBoolean()).isFalse();
			assertThat(page.isOpen()).isTrue();
			page.leave(1000);
			awaitEnded(other, token);
			assertThat(connect(other, "ann").resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void sessionThatWasEndedIsNotGoneOnWith() {
		nodes((one, other) -> {
			BridgePage page = connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			awaitStored(one, token, 0, 0);
			BridgeServer.sessions(one).get(0).close(new ClosedByOperator());
			assertThat(page.awaitClosed()).startsWith("1000");
			awaitEnded(other, token);
			assertThat(connect(other, "ann").resume(token).path("resumed").asBoolean()).isFalse();
			assertThat(connect(one, "ann").resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void budgetThatIsUsedUpIsUsedUpAtEveryNode() {
		node(this.first)
			.run((one) -> node(this.second).withPropertyValues("realtime.session.budget.tokens=30").run((other) -> {
				BridgePage page = connect(one, "ann");
				String token = page.start(24_000).path("resume").asString();
				page.awaitOpen();
				this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
				page.await("audio-end");
				awaitStored(one, token, 1, 1);
				BridgePage again = connect(other, "ann");
				again.resume(token);
				assertThat(again.awaitClosed()).isEqualTo("1008 The budget of the conversation is used up");
				assertThat(BridgeConversationTests.sent(this.second.service(0), "session.update")).isZero();
			}));
	}

	@Test
	void nodeWithoutPlaceTakesNothingOver() {
		node(this.first)
			.run((one) -> node(this.second).withPropertyValues("realtime.bridge.max-sessions=1").run((other) -> {
				BridgePage guest = connect(other, "bob");
				guest.start(24_000);
				guest.awaitOpen();
				BridgePage page = connect(one, "ann");
				String token = page.start(24_000).path("resume").asString();
				page.awaitOpen();
				awaitStored(one, token, 0, 0);
				BridgePage again = connect(other, "ann");
				again.send("{'type':'start','sampleRate':24000,'resume':'" + token + "'}");
				assertThat(again.awaitClosed()).isEqualTo("1008 Too many conversations");
				assertThat(awaitStored(one, token, 0, 0).header().owner()).isOne();
				assertThat(page.isOpen()).isTrue();
			}));
	}

	private static void awaitEnded(AssertableWebApplicationContext context, String token) {
		StoredConversations conversations = context.getBean(StoredConversations.class);
		BridgeServer.until(() -> assertThat(conversations.find(id(token)))
			.hasValueSatisfying((stored) -> assertThat(stored.endedAt()).isNotNull()));
	}

	private static StoredConversation awaitStored(AssertableWebApplicationContext context, String token, int items,
			int responses) {
		StoredConversations conversations = context.getBean(StoredConversations.class);
		BridgeServer.until(() -> assertThat(conversations.find(id(token))).hasValueSatisfying((stored) -> {
			assertThat(stored.items()).hasSize(items);
			assertThat(stored.notes()).hasSize(1);
			assertThat(stored.header().details()).doesNotContain(token.substring(token.indexOf('.')));
			assertThat(stored.usage()).isNotNull();
			assertThat(stored.usage().responses().count()).isEqualTo(responses);
		}));
		return conversations.find(id(token)).orElseThrow();
	}

	private static String id(String token) {
		return token.substring(0, token.indexOf('.'));
	}

	private static BridgePage connect(AssertableWebApplicationContext context, String user) {
		return BridgePage.connect(URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/realtime?user=" + user),
				true, "realtime4j.v1");
	}

	/**
	 * What is done with two nodes.
	 */
	@FunctionalInterface
	private interface Nodes {

		void run(AssertableWebApplicationContext one, AssertableWebApplicationContext other);

	}

	@Configuration(proxyBeanMethods = false)
	static class Users {

		@Bean
		Filter userFilter() {
			return (request, response, chain) -> {
				String user = request.getParameter("user");
				chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

					@Override
					public @Nullable Principal getUserPrincipal() {
						return (user != null) ? () -> user : null;
					}

				}, response);
			};
		}

	}

}
