package io.realtime4j.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.speech.Answer;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for half a character in what applications say and in what servers say. The
 * connection of the fixture takes text only that can be sent.
 */
class SessionHalfCharacterTests {

	private static final String HALF = "\uD83D";

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

	private final SessionFixture fixture = new SessionFixture()
		.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), LONGEST_DELAY, LONGEST_DELAY, null));

	@ParameterizedTest
	@ValueSource(strings = { "hello " + HALF, "\uDE00 hello", HALF + HALF, "hello \uFFFD" })
	void textIsSentWithReplacementsAndAnswered(String text) {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<Answer> response = session.ask(text);
		ScriptedConnection connection = this.fixture.connection();
		assertThat(text(connection.expect("conversation.item.create")))
			.isEqualTo(text.replaceAll("[\\ud800-\\udfff]", "\uFFFD"));
		JsonNode request = connection.expect("response.create");
		connection.receive(Wire.responseDone("resp_1", Wire.metadata(request)));
		assertThat(response).isCompleted();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void everyCommandCanBeSent() {
		RealtimeSession session = this.fixture.opened();
		ObjectNode unknown = Wire.event("new.event").put("x" + HALF, HALF);
		session.send(ConversationItemCreate.of(FunctionCallOutput.of("call_" + HALF, "output " + HALF)));
		session.send(ConversationItemDelete.of("item_" + HALF));
		session.send(new UnknownClientEvent("new.event", "event_" + HALF, unknown));
		session.send(ResponseCreate.of(ResponseSettings.builder().instructions(HALF).build()));
		session.update(RealtimeSessionSettings.builder().extra("new", StringNode.valueOf(HALF)).build());
		assertThat(this.fixture.connection().types()).containsExactly("session.update", "conversation.item.create",
				"conversation.item.delete", "new.event", "response.create", "session.update");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void responseIsKnownAgainByTheMetadataThatWasSent() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<ResponseDone> response = session
			.respond(ResponseSettings.builder().metadata(Map.of("topic", HALF)).build());
		JsonNode metadata = Wire.metadata(this.fixture.connection().expect("response.create"));
		assertThat(metadata.path("topic").asString()).isEqualTo("\uFFFD");
		this.fixture.connection().receive(Wire.responseDone("resp_1", metadata));
		assertThat(response).isCompleted();
	}

	@Test
	void changeOfSettingsIsAcknowledgedAndSaidAgain() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<SessionUpdated> updated = session
			.update(RealtimeSessionSettings.builder().instructions("Be " + HALF).build());
		this.fixture.connection().receive(Wire.sessionUpdated("Be \uFFFD"));
		assertThat(updated).isCompleted();
		assertThat(this.fixture.listener.all(SettingsDiffer.class)).isEmpty();
		JsonNode settings = reconnect().expect("session.update").path("session");
		assertThat(settings.path("instructions").asString()).isEqualTo("Be \uFFFD");
	}

	@Test
	void settingsAndGreetingOfTheSessionAreSaid() {
		SessionSpec spec = SessionSpec.builder(RealtimeSessionSettings.builder().instructions(HALF).build())
			.greeting(Greeting.ofText("Hi " + HALF))
			.build();
		RealtimeSession session = this.fixture.client().open(spec);
		ScriptedConnection connection = this.fixture.greet();
		connection.receive(Wire.responseDone("resp_1", Wire.metadata(connection.expect("response.create"))));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void itemIsKnownAgainByServersThatGiveIdsOfTheirOwn() {
		RealtimeSession session = this.fixture.opened();
		session.send(ConversationItemCreate.of(UserMessage.text("hello " + HALF)));
		JsonNode create = this.fixture.connection().expect("conversation.item.create");
		((ObjectNode) create.get("item")).put("id", "item_of_server");
		this.fixture.connection().receive(Wire.itemAdded(create));
		ScriptedConnection next = reconnect();
		next.expect("session.update");
		JsonNode restored = next.expect("conversation.item.create");
		next.receive(Wire.sessionUpdated(), Wire.itemAdded(restored));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		next.expectNothingMore();
	}

	@Test
	void commandThatWasNotAcknowledgedIsSentAgain() {
		RealtimeSession session = this.fixture.opened();
		session.sendText("hello " + HALF);
		ScriptedConnection next = reconnect().receive(Wire.sessionUpdated());
		next.expect("session.update");
		assertThat(text(next.expect("conversation.item.create"))).isEqualTo("hello \uFFFD");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void whatTheServerSaidIsRestored() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.userItem("item_" + HALF, "One " + HALF));
		ScriptedConnection next = reconnect();
		next.expect("session.update");
		JsonNode restored = next.expect("conversation.item.create");
		assertThat(text(restored)).isEqualTo("One \uFFFD");
		next.receive(Wire.sessionUpdated(), Wire.itemAdded(restored));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void eventKeepsTheTextThatTheServerSent() {
		this.fixture.opened();
		this.fixture.connection().receive(Wire.textDelta(HALF));
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).extracting(ResponseOutputTextDelta::delta)
			.isEqualTo(List.of(HALF));
	}

	@Test
	void frameThatCannotBeSentIsRefusedBeforeItWaits() {
		assertThatIllegalArgumentException().isThrownBy(() -> OutboundFrame.of("{\"type\":\"" + HALF + "\"}"))
			.withMessageContaining("half a character");
	}

	private ScriptedConnection reconnect() {
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		return this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated());
	}

	private static String text(JsonNode create) {
		return create.at("/item/content/0/text").asString();
	}

}
