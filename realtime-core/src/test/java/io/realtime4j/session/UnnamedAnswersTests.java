package io.realtime4j.session;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.session.RealtimeSessionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for answers of servers that do not say what they answer.
 */
class UnnamedAnswersTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@Test
	void errorAnswersTheOnlyRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(serverError());
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class)
			.hasMessageContaining("tts_error");
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void errorEndsTheOnlyResponse() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.connection.receive(serverError());
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class);
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void errorEndsTheOnlyResponseThoughNobodyAskedForIt() {
		this.connection.receive(Wire.responseCreated("resp_vad", null), serverError());
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void errorAnswersTheOnlyChangeOfSettings() {
		CompletableFuture<SessionUpdated> future = this.session
			.update(RealtimeSessionSettings.builder().instructions("Be long.").build());
		this.connection.receive(serverError());
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class);
	}

	@Test
	void errorAnswersNothingIfTwoAreAwaited() {
		CompletableFuture<ResponseDone> response = this.session.respond();
		CompletableFuture<SessionUpdated> update = this.session
			.update(RealtimeSessionSettings.builder().instructions("Be long.").build());
		this.connection.receive(serverError());
		assertThat(response).isNotDone();
		assertThat(update).isNotDone();
	}

	@Test
	void errorAnswersNothingIfASpokenTurnIsYetToBeAnswered() {
		CompletableFuture<ResponseDone> response = this.session.respond();
		this.connection.receive(Wire.speechStopped(), serverError());
		assertThat(response).isNotDone();
	}

	@ParameterizedTest
	@CsvSource({ "input_audio_buffer_commit_empty,", "item_truncate_invalid_item_id,", "invalid_value,item.content",
			"session_expired,", "invalid_value,session.voice", "conversation_already_has_active_response," })
	void errorThatIsAboutSomethingElseAnswersNoRequest(String code, String param) {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.connection.receive(Wire.error(code, "No.", param, null));
		assertThat(future).isNotDone();
	}

	@Test
	void invalidRequestIsNoneThatTheServerHasTaken() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.connection.receive(Wire.error("invalid_value", "No.", null, null));
		assertThat(future).isNotDone();
	}

	@Test
	void cancelOfAResponseThatDoesNotRunEndsIt() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.session.cancelResponse();
		String cancel = this.connection.expect("response.cancel").path("event_id").asString();
		this.session.respond();
		this.connection.receive(Wire.error("response_cancel_not_active", "None.", null, cancel));
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class);
		this.connection.expect("response.create");
	}

	@Test
	void unnamedCancelOfAResponseThatDoesNotRunEndsIt() {
		CompletableFuture<ResponseDone> future = begin("resp_1");
		this.session.send(ResponseCancel.of());
		this.connection.expect("response.cancel");
		this.connection.receive(Wire.error("response_cancel_not_active", "None.", null, null));
		assertThat(future).isCompletedExceptionally();
	}

	@Test
	void cancelThatCameTooLateDoesNotEndTheNextResponse() {
		begin("resp_1");
		this.session.cancelResponse();
		String cancel = this.connection.expect("response.cancel").path("event_id").asString();
		this.connection.receive(Wire.responseDone("resp_1", null));
		CompletableFuture<ResponseDone> next = begin("resp_2");
		this.connection.receive(Wire.error("response_cancel_not_active", "None.", null, cancel),
				Wire.error("response_cancel_not_active", "None.", null, null));
		assertThat(next).isNotDone();
	}

	@Test
	void responseThatOnlyEndsAndRepeatsNothingCompletesTheOnlyRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(Wire.bare(Wire.responseDone("resp_1", null)));
		assertThat(future).isCompleted();
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void responseWithoutAnIdCompletesItsRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(nameless(Wire.responseCreated("resp_1", null)));
		assertThat(future).isNotDone();
		this.session.cancelResponse();
		assertThat(this.connection.expect("response.cancel").has("response_id")).isFalse();
		this.connection.receive(nameless(Wire.responseDone("resp_1", null)));
		assertThat(future).isCompleted();
		this.session.respond();
		this.connection.expect("response.create");
	}

	@Test
	void responseThatGetsItsIdAtItsEndCompletesItsRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expect("response.create");
		this.connection.receive(nameless(Wire.responseCreated("resp_1", null)),
				Wire.bare(Wire.responseDone("resp_1", null)));
		assertThat(future).isCompleted();
	}

	@Test
	void responseThatIsToldToBeginTwiceStaysThatOfItsRequest() {
		CompletableFuture<ResponseDone> future = this.session.respond();
		this.connection.expect("response.create");
		String created = Wire.bare(Wire.responseCreated("resp_1", null));
		this.connection.receive(created, created, Wire.bare(Wire.responseDone("resp_1", null)));
		assertThat(future).isCompleted();
	}

	private CompletableFuture<ResponseDone> begin(String responseId) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		JsonNode request = this.connection.expect("response.create");
		this.connection.receive(Wire.responseCreated(responseId, Wire.metadata(request)));
		return future;
	}

	private static String nameless(String text) {
		ObjectNode event = (ObjectNode) Wire.json(Wire.bare(text));
		((ObjectNode) event.get("response")).remove("id");
		return event.toString();
	}

	// As a server says it whose voice failed
	private static String serverError() {
		ObjectNode event = Wire.event("error");
		event.putObject("error").put("type", "server_error").put("code", "tts_error").put("message", "No voice.");
		return event.toString();
	}

}
