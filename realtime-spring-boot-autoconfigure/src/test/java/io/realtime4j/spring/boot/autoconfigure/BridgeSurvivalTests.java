package io.realtime4j.spring.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.usage.SessionUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pages that come back to another node, which has the same store.
 */
class BridgeSurvivalTests {

	private static final byte[] HALF_SECOND = new byte[24_000];

	private final TwoNodes nodes = new TwoNodes();

	private final BridgeServer first = this.nodes.first();

	private final BridgeServer second = this.nodes.second();

	@AfterEach
	void close() {
		this.nodes.close();
	}

	@Test
	void pageGoesOnAtAnotherNodeAndTheFirstOneEnds() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			page.await("audio-end");
			RealtimeSession lost = BridgeServer.sessions(one).get(0);
			awaitStored(one, token, 1, 1);
			BridgePage again = TwoNodes.connect(other, "ann");
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
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			page.await("audio-end");
			page.send("{'type':'played','itemId':'a','contentIndex':0,'ms':500}").send("{'type':'nothing'}");
			page.await("error");
			((ConfigurableApplicationContext) one.getSourceApplicationContext()).stop();
			assertThat(page.awaitClosed()).startsWith("1001");
			JsonNode ready = TwoNodes.connect(other, "ann").resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Good morning");
		});
	}

	@Test
	void callThatWasUnderWayIsNotRunAgain() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.first.service(0)
				.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":{\"id\":\"c\","
						+ "\"type\":\"function_call\",\"status\":\"completed\",\"call_id\":\"call_1\",\"name\":\"book\","
						+ "\"arguments\":\"{}\"}}");
			awaitStored(one, token, 1, 0);
			TwoNodes.connect(other, "ann").resume(token);
			BridgeServer.until(() -> assertThat(this.second.service(0).sent())
				.anyMatch((json) -> json.contains("function_call_output") && json.contains("unknown_outcome")));
			BridgeServer.until(
					() -> assertThat(BridgeConversationTests.sent(this.second.service(0), "response.create")).isOne());
		});
	}

	@Test
	void tokenIsGoodUntilThePageHasSpokenWithTheNext() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			awaitStored(one, token, 0, 0);
			BridgePage lost = TwoNodes.connect(other, "ann");
			String never = lost.resume(token).path("resume").asString();
			String stored = note(one, token);
			lost.vanish();
			BridgePage again = TwoNodes.connect(other, "ann");
			String next = again.resume(token).path("resume").asString();
			BridgeServer.until(() -> assertThat(note(one, token)).isNotEqualTo(stored));
			assertThat(TwoNodes.connect(one, "ann").resume(never).path("resumed").asBoolean()).isFalse();
			again.vanish();
			BridgePage third = TwoNodes.connect(one, "ann");
			assertThat(third.resume(next).path("resumed").asBoolean()).isTrue();
			third.send("{'type':'interrupt'}");
			BridgeServer.until(() -> assertThat(TwoNodes.stored(one, token).notes()).hasSize(1));
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(other)).isEmpty());
			assertThat(TwoNodes.connect(one, "ann").resume(next).path("resumed").asBoolean()).isFalse();
			assertThat(TwoNodes.connect(other, "ann").resume(next).path("resumed").asBoolean()).isFalse();
			assertThat(third.isOpen()).isTrue();
		});
	}

	@Test
	void pageBeginsAnewWhenTheStoreDoesNotAnswer() {
		this.nodes.node(this.first).run((one) -> {
			GatedDatabase gated = new GatedDatabase(this.nodes.database());
			this.nodes.node(this.second, gated).run((other) -> {
				BridgePage page = TwoNodes.connect(one, "ann");
				String token = page.start(24_000).path("resume").asString();
				page.awaitOpen();
				awaitStored(one, token, 0, 0);
				gated.close();
				BridgePage again = TwoNodes.connect(other, "ann");
				again.send("{'type':'start','sampleRate':24000,'resume':'" + token + "'}");
				// What is said meanwhile is not lost, and does not wait for the store
				again.send("{'type':'text','text':'Hello'}").send("{'type':'nothing'}");
				assertThat(again.next().path("type").asString()).isEqualTo("error");
				assertThat(again.await("ready").path("resumed").asBoolean()).isFalse();
				BridgeServer.until(() -> assertThat(this.second.service(0).sent())
					.anyMatch((json) -> json.contains("conversation.item.create") && json.contains("Hello")));
				gated.open();
				assertThat(page.isOpen()).isTrue();
			});
		});
	}

	@Test
	void pageThatCommandsTooMuchWhileItIsLookedForIsRefused() {
		GatedDatabase gated = new GatedDatabase(this.nodes.database());
		this.nodes.node(this.second, gated).run((other) -> {
			gated.close();
			BridgePage page = TwoNodes.connect(other, "ann");
			page.send("{'type':'start','sampleRate':24000,'resume':'rts_1.secret'}");
			for (int i = 0; i <= 32; i++) {
				page.send("{'type':'interrupt'}");
			}
			assertThat(page.awaitClosed()).isEqualTo("1008 Too many commands");
			gated.open();
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(other)).isEmpty());
		});
	}

	@Test
	void tokenIsOfNoUseToOthersAndNoneAfterAGoodbye() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			awaitStored(one, token, 0, 0);
			assertThat(TwoNodes.connect(other, "bob").resume(token).path("resumed").asBoolean()).isFalse();
			String guessed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
			assertThat(TwoNodes.connect(other, "ann").resume(guessed).path("resumed").asBoolean()).isFalse();
			assertThat(page.isOpen()).isTrue();
			page.leave(1000);
			TwoNodes.awaitEnded(other, token);
			assertThat(TwoNodes.connect(other, "ann").resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void sessionThatWasEndedIsNotGoneOnWith() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			awaitStored(one, token, 0, 0);
			BridgeServer.sessions(one).get(0).close(new ClosedByOperator());
			assertThat(page.awaitClosed()).startsWith("1000");
			TwoNodes.awaitEnded(other, token);
			assertThat(TwoNodes.connect(other, "ann").resume(token).path("resumed").asBoolean()).isFalse();
			assertThat(TwoNodes.connect(one, "ann").resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void budgetThatIsUsedUpIsUsedUpAtEveryNode() {
		this.nodes.node(this.first)
			.run((one) -> this.nodes.node(this.second)
				.withPropertyValues("realtime.session.budget.tokens=30")
				.run((other) -> {
					BridgePage page = TwoNodes.connect(one, "ann");
					String token = page.start(24_000).path("resume").asString();
					page.awaitOpen();
					this.first.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
					page.await("audio-end");
					awaitStored(one, token, 1, 1);
					BridgePage again = TwoNodes.connect(other, "ann");
					again.resume(token);
					assertThat(again.awaitClosed()).isEqualTo("1008 The budget of the conversation is used up");
					assertThat(BridgeConversationTests.sent(this.second.service(0), "session.update")).isZero();
				}));
	}

	@Test
	void nodeWithoutPlaceTakesNothingOver() {
		this.nodes.node(this.first)
			.run((one) -> this.nodes.node(this.second)
				.withPropertyValues("realtime.bridge.max-sessions=1")
				.run((other) -> {
					BridgePage guest = TwoNodes.connect(other, "bob");
					guest.start(24_000);
					guest.awaitOpen();
					BridgePage page = TwoNodes.connect(one, "ann");
					String token = page.start(24_000).path("resume").asString();
					page.awaitOpen();
					awaitStored(one, token, 0, 0);
					BridgePage again = TwoNodes.connect(other, "ann");
					again.send("{'type':'start','sampleRate':24000,'resume':'" + token + "'}");
					assertThat(again.awaitClosed()).isEqualTo("1008 Too many conversations");
					assertThat(awaitStored(one, token, 0, 0).header().owner()).isOne();
					assertThat(page.isOpen()).isTrue();
				}));
	}

	private static String note(AssertableWebApplicationContext context, String token) {
		return TwoNodes.stored(context, token).notes().get("page.token");
	}

	private static StoredConversation awaitStored(AssertableWebApplicationContext context, String token, int items,
			int responses) {
		TwoNodes.awaitStored(context, token, items);
		BridgeServer
			.until(() -> assertThat(TwoNodes.stored(context, token).usage().responses().count()).isEqualTo(responses));
		return TwoNodes.stored(context, token);
	}

	/**
	 * A database that gives no connection while it is closed.
	 */
	private static final class GatedDatabase extends DelegatingDataSource {

		private volatile CountDownLatch gate = new CountDownLatch(0);

		GatedDatabase(DataSource database) {
			super(database);
		}

		void close() {
			this.gate = new CountDownLatch(1);
		}

		void open() {
			this.gate.countDown();
		}

		@Override
		public Connection getConnection() throws SQLException {
			try {
				if (!this.gate.await(1, TimeUnit.MINUTES)) {
					throw new SQLException("The gate was not opened");
				}
			}
			catch (InterruptedException ex) {
				throw new SQLException(ex);
			}
			return super.getConnection();
		}

	}

}
