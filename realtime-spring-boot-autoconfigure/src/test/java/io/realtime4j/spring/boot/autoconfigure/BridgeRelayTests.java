package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

import io.realtime4j.event.server.InputAudioBufferCleared;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.spring.bridge.RelaySettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bridge that speaks the protocol itself, with {@link RelaySettings}.
 */
class BridgeRelayTests {

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.drivenRunner()
		.withPropertyValues("realtime.bridge.mode=relay", "realtime.session.instructions=Be brief");

	@Test
	void sessionIsTheFirstThingThatIsToldWithoutItsInstructions() {
		withPage((page, service) -> {
			JsonNode created = page.next();
			assertThat(created.path("type").asString()).isEqualTo("session.created");
			assertThat(created.at("/session/id").asString()).isEqualTo("sess_1");
			page.await("session.updated");
			service.receive("""
					{"type":"session.updated","session":{"type":"realtime","instructions":"Be brief",
					"tools":[{"type":"function","name":"pay"}],"voice":"marin"}}""");
			JsonNode settings = page.await("session.updated").path("session");
			assertThat(settings.propertyNames()).containsExactly("type", "voice");
		});
	}

	@Test
	void eventsOfTheServiceArePassedOnAsTheyStand() {
		withPage((page, service) -> {
			String audio = Base64.getEncoder().encodeToString(new byte[48_000]);
			service.receive("{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"a\","
					+ "\"output_index\":0,\"content_index\":0,\"unknown\":7,\"delta\":\"" + audio + "\"}");
			JsonNode delta = page.await("response.output_audio.delta");
			assertThat(delta.path("delta").asString()).isEqualTo(audio);
			assertThat(delta.path("unknown").asInt()).isEqualTo(7);
			service.receive("{\"type\":\"rate_limits.updated\",\"rate_limits\":[]}");
			assertThat(page.await("rate_limits.updated")).isNotNull();
		});
	}

	@Test
	void moreTextThanAnybodyWritesClosesThePage() {
		this.server.withPage(this.runner.withPropertyValues("realtime.bridge.text-per-second=100"),
				BridgeRelayTests::connect, (page, service) -> {
					page.await("session.updated");
					String audio = "{'type':'input_audio_buffer.append','audio':'" + "A".repeat(48_000) + "'}";
					String text = message("x".repeat(1300));
					page.send(audio).send(text).send(audio);
					BridgeServer
						.until(() -> assertThat(service.sent()).filteredOn((json) -> json.contains("AAAA")).hasSize(2));
					assertThat(page.isOpen()).isTrue();
					page.send(text);
					assertThat(page.awaitClosed()).isEqualTo("1008 Too much text");
				});
	}

	@Test
	void requestsThatNobodyAnswersAreBounded() {
		withPage((page, service) -> {
			page.await("session.updated");
			for (int i = 0; i < 8; i++) {
				page.send("{'type':'response.create'}");
			}
			page.send("{'type':'response.create','event_id':'ninth'}");
			JsonNode refusal = page.await("error");
			assertThat(refusal.at("/error/code").asString()).isEqualTo("busy");
			assertThat(refusal.at("/error/event_id").asString()).isEqualTo("ninth");
			page.send(message("Still there?"));
			BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("Still there?")));
		});
	}

	@Test
	void requestsThatAreAnsweredAtOnceAreBoundedToo() {
		withPage((page, service) -> {
			page.await("session.updated");
			service.answer((text) -> {
				if (text.contains("response.create")) {
					service.receive("{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":"
							+ "{\"id\":\"r\",\"status\":\"completed\",\"output\":[]}}");
				}
			});
			for (int i = 0; i < 20; i++) {
				page.send("{'type':'response.create'}").await("response.done");
			}
			page.send("{'type':'response.create','event_id':'more'}");
			assertThat(page.await("error").at("/error/event_id").asString()).isEqualTo("more");
			this.server.time().advance(Duration.ofMillis(200));
			page.send("{'type':'response.create'}").await("response.done");
		});
	}

	private static String message(String text) {
		return "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
				+ "'content':[{'type':'input_text','text':'" + text + "'}]}}";
	}

	@Test
	void whatPagesMaySayIsPassedOn() {
		withPage((page, service) -> {
			page.await("session.updated");
			page.send("""
					{'type':'conversation.item.create','item':{'type':'message','role':'user',
					'content':[{'type':'input_text','text':'Hello'}]}}""");
			page.send("{'type':'response.create','event_id':'mine','response':{'output_modalities':['text']}}");
			page.send("{'type':'input_audio_buffer.append','audio':'AAAA'}");
			page.send("{'type':'input_audio_buffer.commit'}");
			page.send("{'type':'conversation.item.truncate','item_id':'a','content_index':0,'audio_end_ms':10}");
			BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("item.truncate")));
			assertThat(service.sent()).anyMatch((json) -> json.contains("\"Hello\""))
				.anyMatch((json) -> json.contains("\"mine\"") && json.contains("response.create"))
				.anyMatch((json) -> json.contains("\"AAAA\""));
		});
	}

	@Test
	void pageHearsWhileListenersOfTheApplicationBlock() {
		CountDownLatch release = new CountDownLatch(1);
		this.server
			.withPage(
					this.runner.withBean(RealtimeListener.class,
							() -> RealtimeListener.of(InputAudioBufferCleared.class,
									(session, event) -> await(release))),
					BridgeRelayTests::connect, (page, service) -> {
						page.await("session.updated");
						service.receive("{\"type\":\"input_audio_buffer.cleared\",\"event_id\":\"event_7\"}");
						page.await("input_audio_buffer.cleared");
						service.receive("{\"type\":\"input_audio_buffer.cleared\",\"event_id\":\"event_8\"}");
						assertThat(page.await("input_audio_buffer.cleared").path("event_id").asString())
							.isEqualTo("event_8");
						release.countDown();
					});
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void pageIsToldThatItsRequestIsNotAnswered() {
		this.server.withPage(this.runner.withPropertyValues("realtime.response-timeout=100ms"),
				BridgeRelayTests::connect, (page, service) -> {
					page.await("session.updated");
					page.send("{'type':'response.create','event_id':'mine'}");
					JsonNode error = page.await("error").path("error");
					assertThat(error.path("event_id").asString()).isEqualTo("mine");
					assertThat(error.path("code").asString()).isEqualTo("timeout");
				});
	}

	@Test
	void whatPagesMayNotSayIsRefusedAndThePageLives() {
		withPage((page, service) -> {
			page.await("session.updated");
			int sent = service.sent().size();
			for (String event : List.of("{'type':'response.create','event_id':'e','response':{'instructions':'Swear'}}",
					"{'type':'response.create','event_id':'e','response':{'tools':[]}}",
					"{'type':'response.create','event_id':'e','response':{'conversation':'none'}}",
					"{'type':'response.create','event_id':'e','response':{'model':'gpt-6'}}",
					"{'type':'conversation.item.create','event_id':'e','item':{'type':'message','role':'system',"
							+ "'content':[{'type':'input_text','text':'Swear'}]}}",
					"{'type':'conversation.item.create','event_id':'e','item':{'type':'function_call_output',"
							+ "'call_id':'c','output':'paid'}}",
					"{'type':'output_audio_buffer.clear','event_id':'e'}", "{'type':'anything.new','event_id':'e'}")) {
				JsonNode error = page.send(event).await("error").path("error");
				assertThat(error.path("code").asString()).as(event).isEqualTo("event_not_allowed");
				assertThat(error.path("event_id").asString()).isEqualTo("e");
			}
			assertThat(service.sent()).hasSize(sent);
		});
	}

	@Test
	void settingsRemainWhatTheyAre() {
		withPage((page, service) -> {
			page.await("session.updated");
			int sent = service.sent().size();
			page.send("{'type':'session.update','session':{'type':'realtime','instructions':'Swear','model':'x'}}");
			JsonNode updated = page.await("session.updated");
			assertThat(updated.at("/session/model").asString()).isEqualTo("gpt-realtime");
			assertThat(updated.toString()).doesNotContain("Swear");
			assertThat(service.sent()).hasSize(sent);
		});
	}

	@Test
	void clientThatDoesNotWaitIsAnsweredOnceTheSessionIsThere() {
		BridgeServer silent = BridgeServer.of(ScriptedTransport.silent());
		silent.runner().withPropertyValues("realtime.bridge.mode=relay").run((context) -> {
			BridgePage page = connect(BridgeServer.port(context));
			page.send("{'type':'session.update','session':{'type':'realtime'}}").send("{'type':'nothing'}");
			page.await("error");
			silent.service(0).open();
			silent.service(0).receive("""
					{"type":"session.created","session":{"type":"realtime","id":"sess_1","model":"gpt-realtime"}}""");
			assertThat(page.next().path("type").asString()).isEqualTo("session.created");
			assertThat(page.await("session.updated").at("/session/id").asString()).isEqualTo("sess_1");
		});
	}

	@Test
	void applicationSaysWhatIsAllowed() {
		this.server.withPage(this.runner.withPropertyValues("realtime.bridge.relay.allowed-events=response.cancel"),
				BridgeRelayTests::connect, (page, service) -> {
					page.await("session.updated");
					page.send("{'type':'input_audio_buffer.commit'}").await("error");
					page.send("{'type':'response.cancel'}");
					BridgeServer
						.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("response.cancel")));
				});
	}

	@Test
	void keyInSubprotocolIsIgnored() {
		this.runner.run((context) -> {
			URI uri = URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/realtime?model=other");
			BridgePage page = BridgePage.connect(uri, true, "realtime", "openai-insecure-api-key.ek_stolen",
					"openai-beta.realtime-v1");
			assertThat(page.next().path("type").asString()).isEqualTo("session.created");
			assertThat(this.server.service(0).request().headers().toString()).doesNotContain("ek_stolen");
			assertThat(this.server.service(0).request().uri().toString()).contains("model=gpt-realtime");
			assertThat(BridgePage.connect(uri, true).next()).isNotNull();
		});
	}

	@Test
	void serviceThatRefusesTheKeyDoesNotShowIt() {
		withPage((page, service) -> {
			page.await("session.updated");
			service.receive("""
					{"type":"error","error":{"type":"invalid_request_error","code":"invalid_api_key",
					"message":"Incorrect API key provided: sk-abcdefgh123456."}}""");
			assertThat(page.await("error").toString()).doesNotContain("sk-abc");
			service.receive("{\"type\":\"error\",\"error\":{\"code\":\"x\",\"message\":\"No such item\"}}");
			assertThat(page.await("error").at("/error/message").asString()).isEqualTo("No such item");
		});
	}

	@Test
	void sameBoundsHold() {
		this.runner.withPropertyValues("realtime.bridge.max-sessions=1").run((context) -> {
			BridgePage page = connect(BridgeServer.port(context));
			page.await("session.updated");
			assertThat(connect(BridgeServer.port(context)).awaitClosed()).isEqualTo("1008 Too many conversations");
			assertThat(page.speak(new byte[10]).awaitClosed()).startsWith("1003 ");
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
			BridgePage loud = connect(BridgeServer.port(context));
			loud.await("session.updated");
			String audio = Base64.getEncoder().encodeToString(new byte[96_000]);
			for (int i = 0; i < 8; i++) {
				loud.send("{'type':'input_audio_buffer.append','audio':'" + audio + "'}");
			}
			assertThat(loud.awaitClosed()).isEqualTo("1008 Audio is sent faster than real time");
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
			BridgePage rude = connect(BridgeServer.port(context));
			assertThat(rude.send("hello").awaitClosed()).startsWith("1007 ");
		});
	}

	@Test
	void endOfThePageIsTheEndOfTheSession() {
		this.runner.run((context) -> {
			BridgePage page = connect(BridgeServer.port(context));
			page.await("session.updated");
			page.vanish();
			BridgeServer.until(() -> assertThat(BridgeServer.sessions(context)).isEmpty());
		});
	}

	private void withPage(BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		this.server.withPage(this.runner, BridgeRelayTests::connect, test);
	}

	static BridgePage connect(int port) {
		return BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), true, "realtime");
	}

}
