package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.service.ServiceVoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for whose a conversation is, and how long it lasts.
 */
class BridgeResumeTests {

	private static final Duration GRACE = Duration.ofSeconds(30);

	private static final byte[] HALF_SECOND = new byte[24_000];

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner();

	@ParameterizedTest
	@EnumSource
	void pageThatComesBackFindsItsConversation(ServiceVoice voice) {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.server.service(0).voice(voice);
			this.server.service(0).receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			String item = page.await("audio").path("itemId").asString();
			page.await("audio-end");
			page.send("{'type':'played','itemId':'" + item + "','contentIndex':0,'ms':500}").send("{'type':'nothing'}");
			page.await("error");
			vanish(page);
			this.server.time().advance(GRACE.minusMillis(1));
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			JsonNode ready = again.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.path("resume").asString()).isNotEqualTo(token);
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Good morning");
			assertThat(again.await("state").path("state").asString()).isEqualTo("open");
			assertThat(again.await("usage").path("totalTokens").asInt()).isEqualTo(30);
			this.server.time().advance(GRACE);
			assertThat(this.server.transport().connections()).hasSize(1);
			assertThat(BridgeServer.sessions(context)).hasSize(1);
		});
	}

	@Test
	void tokenIsGoodUntilItsPageHasSpokenWithTheNext() {
		this.runner.run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage page = BridgePage.connect(port);
			String token = page.start(24_000).path("resume").asString();
			vanish(page);
			BridgePage second = BridgePage.connect(port);
			assertThat(second.resume(token).path("resumed").asBoolean()).isTrue();
			vanish(second);
			BridgePage third = BridgePage.connect(port);
			JsonNode ready = third.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			third.send("{'type':'nothing'}").await("error");
			assertThat(BridgePage.connect(port).resume(token).path("resumed").asBoolean()).isFalse();
			assertThat(BridgePage.connect(port).resume("nonsense").path("resumed").asBoolean()).isFalse();
			assertThat(third.isOpen()).isTrue();
			vanish(third);
			assertThat(BridgePage.connect(port).resume(ready.path("resume").asString()).path("resumed").asBoolean())
				.isTrue();
		});
	}

	@Test
	void conversationEndsWhenNobodyComesBack() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			vanish(page);
			this.server.time().advance(GRACE);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			assertThat(again.resume(token).path("resumed").asBoolean()).isFalse();
		});
	}

	@Test
	void goodbyeEndsTheConversationAtOnce() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			page.leave(1000);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
		});
	}

	@Test
	void reloadIsNoGoodbye() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.leave(1001);
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			assertThat(again.resume(token).path("resumed").asBoolean()).isTrue();
		});
	}

	@Test
	void connectionThatIsStillThereGivesWay() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			assertThat(again.resume(token).path("resumed").asBoolean()).isTrue();
			assertThat(page.awaitClosed()).isEqualTo("1000 The conversation continues over another connection");
			again.send("{'type':'text','text':'Hello'}");
			BridgeServer.until(
					() -> assertThat(BridgeConversationTests.sent(this.server.service(0), "response.create")).isOne());
			assertThat(BridgeServer.sessions(context)).hasSize(1);
		});
	}

	@Test
	void pageThatIsLoadedAgainFindsASessionThatWorksAlthoughAResponseNeverEnded() {
		this.runner.withPropertyValues("realtime.response-timeout=1500ms").run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			page.send("{'type':'text','text':'Hello'}");
			ScriptedTransport.ScriptedConnection service = this.server.service(0);
			BridgeServer.until(() -> assertThat(BridgeConversationTests.sent(service, "response.create")).isOne());
			service.receive("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}");
			page.leave(1001);
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			assertThat(again.resume(token).path("resumed").asBoolean()).isTrue();
			again.send("{'type':'text','text':'Are you there?'}");
			BridgeServer.until(() -> assertThat(BridgeConversationTests.sent(service, "response.create")).isEqualTo(2));
			assertThat(service.sent())
				.anyMatch((json) -> json.contains("\"response.cancel\"") && json.contains("\"response_id\":\"r\""));
			BridgeConversationTests.answer(service, HALF_SECOND);
			again.await("audio-end");
		});
	}

	@Test
	void pageIsToldThatAResponseWasGivenUp() {
		this.server.withPage(this.runner.withPropertyValues("realtime.response-timeout=100ms"), (page, service) -> {
			page.awaitOpen();
			service.receive("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}");
			assertThat(page.await("response").path("status").asString()).isEqualTo("in_progress");
			JsonNode told = page.await("response");
			assertThat(told.path("responseId").asString()).isEqualTo("r");
			assertThat(told.path("status").asString()).isEqualTo("failed");
			assertThat(told.path("reason").asString()).isEqualTo("timeout");
		});
	}

	@Test
	void speechThatNobodyHearsIsInterrupted() {
		this.server.withPage(this.runner, (page, service) -> {
			page.awaitOpen();
			BridgeConversationTests.answer(service, HALF_SECOND);
			page.await("audio-end");
			page.send("{'type':'played','itemId':'a','contentIndex':0,'ms':120}").send("{'type':'nothing'}");
			page.await("error");
			vanish(page);
			BridgeServer
				.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("\"audio_end_ms\":120")));
		});
	}

	@Test
	void speechWaitsForThePageToComeBack() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			vanish(page);
			BridgeConversationTests.answer(this.server.service(0), HALF_SECOND);
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			again.resume(token);
			again.await("audio-end");
			assertThat(again.audio()).hasSize(HALF_SECOND.length);
		});
	}

	@Test
	void tokenOfAnotherUserIsOfNoUse() {
		this.runner.withUserConfiguration(Users.class).run((context) -> {
			BridgePage page = connect(BridgeServer.port(context), "ann");
			String token = page.start(24_000).path("resume").asString();
			vanish(page);
			BridgePage thief = connect(BridgeServer.port(context), "bob");
			assertThat(thief.resume(token).path("resumed").asBoolean()).isFalse();
			BridgePage again = connect(BridgeServer.port(context), "ann");
			assertThat(again.resume(token).path("resumed").asBoolean()).isTrue();
		});
	}

	@Test
	void principalIsToldToCustomizersAndListeners() {
		this.runner.withUserConfiguration(Users.class).run((context) -> {
			connect(BridgeServer.port(context), "ann").start(24_000);
			Users users = context.getBean(Users.class);
			BridgeServer.until(() -> assertThat(users.heard).hasValueSatisfying((connection) -> {
				assertThat(connection).isNotNull();
				assertThat(connection.principal()).extracting(Principal::getName).isEqualTo("ann");
				assertThat(connection.remoteAddress()).isEqualTo("127.0.0.1");
				assertThat(connection.headers()).containsKey("host")
					.doesNotContainKeys("Cookie", "Authorization", "Sec-WebSocket-Protocol", "X-Api-Key");
			}));
			assertThat(this.server.service(0).sent()).anyMatch((json) -> json.contains("You talk to ann"));
		});
	}

	@Test
	void sessionsAreCountedByUser() {
		this.runner.withUserConfiguration(Users.class)
			.withPropertyValues("realtime.bridge.max-sessions-per-user=1")
			.run((context) -> {
				int port = BridgeServer.port(context);
				connect(port, "ann").start(24_000);
				connect(port, "bob").start(24_000);
				BridgePage second = connect(port, "ann").send("{'type':'start','sampleRate':24000}");
				assertThat(second.awaitClosed()).isEqualTo("1008 Too many conversations");
			});
	}

	@Test
	void usersOfOneAddressAreCountedApart() {
		this.runner.withUserConfiguration(Users.class)
			.withPropertyValues("realtime.bridge.max-sessions-per-address=1")
			.run((context) -> {
				int port = BridgeServer.port(context);
				connect(port, "ann").start(24_000);
				connect(port, "bob").start(24_000);
				connect(port, "bob").start(24_000);
				BridgePage.connect(port).start(24_000);
				assertRefused(port);
			});
	}

	@Test
	void pageThatComesBackTakesItsOwnPlace() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=1").run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage page = BridgePage.connect(port);
			String token = page.start(24_000).path("resume").asString();
			for (int i = 0; i < 3; i++) {
				BridgePage again = BridgePage.connect(port);
				JsonNode ready = again.resume(token);
				assertThat(ready.path("resumed").asBoolean()).isTrue();
				assertThat(page.awaitClosed()).isEqualTo("1000 The conversation continues over another connection");
				token = ready.path("resume").asString();
				page = again;
			}
			assertRefused(port);
			assertThat(BridgePage.connect(port).resume(token).path("resumed").asBoolean()).isTrue();
		});
	}

	@Test
	void tokenOfAPageThatIsGoneLiftsNoLimit() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions-per-address=1").run((context) -> {
			int port = BridgeServer.port(context);
			BridgePage page = BridgePage.connect(port);
			String token = page.start(24_000).path("resume").asString();
			page.leave(1000);
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
			BridgePage.connect(port).start(24_000);
			BridgePage again = BridgePage.connect(port)
				.send("{'type':'start','sampleRate':24000,'resume':'" + token + "'}");
			assertThat(again.awaitClosed()).isEqualTo("1008 Too many conversations");
		});
	}

	private static void assertRefused(int port) {
		BridgePage page = BridgePage.connect(port).send("{'type':'start','sampleRate':24000}");
		assertThat(page.awaitClosed()).isEqualTo("1008 Too many conversations");
	}

	@Test
	void customizerThatFailsRefusesThePage() {
		this.runner.withBean(BridgeSessionCustomizer.class, () -> (connection, spec) -> {
			throw new IllegalStateException("No account, secret of the application");
		}).run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000}");
			assertThat(page.awaitClosed()).isEqualTo("1011 The conversation could not be started");
			assertThat(BridgeServer.sessions(context)).isEmpty();
		});
	}

	private void vanish(BridgePage page) {
		long scheduled = this.server.time().scheduled();
		page.vanish();
		BridgeServer.until(() -> assertThat(this.server.time().scheduled()).isEqualTo(scheduled + 1));
	}

	private static BridgePage connect(int port, String user) {
		return BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime?user=" + user), true,
				"realtime4j.v1");
	}

	@Configuration(proxyBeanMethods = false)
	static class Users extends TwoNodes.Users {

		private final AtomicReference<BridgeConnection> heard = new AtomicReference<>();

		@Bean
		BridgeSessionCustomizer bridgeSessionCustomizer() {
			return (connection, spec) -> {
				String user = (connection.principal() != null) ? connection.principal().getName() : "nobody";
				spec.settings(RealtimeSessionSettings.builder().instructions("You talk to " + user).build());
			};
		}

		@EventListener
		void on(RealtimeEvent<SessionUpdated> event) {
			this.heard.set(BridgeConnection.of(event.session()));
		}

	}

}
