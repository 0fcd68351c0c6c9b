package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.StoredConversation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pages with live sessions that come back to another node, which has the same
 * store.
 */
class BridgeLiveSurvivalTests {

	private final TwoNodes nodes = new TwoNodes("realtime.bridge.family=live", "realtime.live.model=gpt-live-1",
			"realtime.live.greeting=Good morning.");

	@AfterEach
	void close() {
		this.nodes.close();
	}

	@Test
	void pageGoesOnAtAnotherNodeAndTheFirstOneEnds() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = talk(page);
			LiveSession lost = sessions(one).get(0);
			TwoNodes.awaitStored(one, token, 2);
			BridgePage again = TwoNodes.connect(other, "ann");
			JsonNode ready = again.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("A table for two?");
			assertThat(ready.at("/history/1/text").asString()).isEqualTo("By the window.");
			again.awaitOpen();
			assertThat(told()).containsExactly("A table for two?", "By the window.");
			assertThat(page.awaitClosed()).isEqualTo("1000 The conversation continues over another connection");
			assertThat(lost.closed()).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(ClosedByTakeOver.class);
			service().receive(LiveTalk.said("output", "Anything else?", 0, 500));
			service().receive(LiveTalk.used(5));
			assertThat(again.await("transcript").path("previousItemId").asString()).isEqualTo("turn_2");
			assertThat(again.await("usage").path("seconds").asDouble()).isEqualTo(17.5);
			StoredConversation stored = TwoNodes.awaitStored(other, token, 3);
			assertThat(stored.user()).isEqualTo("ann");
			assertThat(stored.header().owner()).isEqualTo(2);
			assertThat(sent("session.commentary.append")).as("nobody is greeted twice").isEmpty();
		});
	}

	@Test
	void pageOfANodeThatStopsGoesOnAtAnother() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = talk(page);
			((ConfigurableApplicationContext) one.getSourceApplicationContext()).stop();
			assertThat(page.awaitClosed()).startsWith("1001");
			assertThat(TwoNodes.connect(other, "ann").resume(token).path("resumed").asBoolean()).isTrue();
			BridgeServer.until(() -> assertThat(told()).containsExactly("A table for two?", "By the window."));
		});
	}

	@Test
	void workThatWasUnderWayIsNotDoneAgainAndAnsweredFor() {
		CountDownLatch release = new CountDownLatch(1);
		DelegationHandler slow = (task) -> release.await(1, TimeUnit.MINUTES) ? "Booked." : null;
		this.nodes.node(this.nodes.first())
			.withBean(DelegationHandler.class, () -> slow)
			.run((one) -> this.nodes.node(this.nodes.second()).run((other) -> {
				BridgePage page = TwoNodes.connect(one, "ann");
				String token = talk(page);
				this.nodes.first().service(0).receive(LiveTalk.delegated("d1", "client", 900));
				page.await("work");
				BridgeServer.until(() -> assertThat(TwoNodes.stored(one, token).notes()).containsKey("live.work.d1"));
				TwoNodes.connect(other, "ann").resume(token);
				BridgeServer.until(() -> assertThat(told()).last().asString().contains("not known"));
				BridgeServer.until(() -> assertThat(sent("session.commentary.append")).hasSize(1));
				BridgeServer
					.until(() -> assertThat(TwoNodes.stored(other, token).notes()).doesNotContainKey("live.work.d1"));
				release.countDown();
			}));
	}

	@Test
	void tokenIsOfNoUseToOthersAndNoneAfterAGoodbye() {
		this.nodes.run((one, other) -> {
			BridgePage page = TwoNodes.connect(one, "ann");
			String token = talk(page);
			TwoNodes.awaitStored(one, token, 2);
			assertThat(TwoNodes.connect(other, "bob").resume(token).path("resumed").asBoolean()).isFalse();
			assertThat(page.isOpen()).isTrue();
			page.leave(1000);
			TwoNodes.awaitEnded(other, token);
			assertThat(TwoNodes.connect(other, "ann").resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	private String talk(BridgePage page) {
		String token = page.start(24_000).path("resume").asString();
		page.awaitOpen();
		ScriptedTransport.ScriptedConnection service = this.nodes.first().service(0);
		service.receive(LiveTalk.said("input", "A table for two?", 0, 1000));
		service.receive(LiveTalk.said("output", "By the window.", 2000, 3000));
		service.receive(LiveTalk.used(12.5));
		page.await("usage");
		return token;
	}

	private ScriptedTransport.ScriptedConnection service() {
		return this.nodes.second().service(0);
	}

	private List<String> told() {
		return sent("session.start").get(0)
			.at("/session/input")
			.valueStream()
			.map((message) -> message.at("/content/0/text").asString())
			.toList();
	}

	private List<JsonNode> sent(String type) {
		return service().sent()
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((event) -> event.path("type").asString().equals(type))
			.toList();
	}

	private static List<LiveSession> sessions(AssertableWebApplicationContext context) {
		return context.getBean(LiveClient.class).sessions();
	}

}
