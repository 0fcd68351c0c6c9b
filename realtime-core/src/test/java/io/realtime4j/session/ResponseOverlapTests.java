package io.realtime4j.session;

import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that cross with a response that the server began by itself.
 */
class ResponseOverlapTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@ParameterizedTest
	@CsvSource({ "true,true", "true,false", "false,true", "false,false" })
	void refusedOverlapIsRetriedOnceAfterTheOtherResponse(boolean eventNamed, boolean coded) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		String refusal = Wire.error(coded ? "conversation_already_has_active_response" : null,
				"Conversation already has an active response", null, eventNamed ? id : null);
		this.connection.receive(Wire.speechStopped(), Wire.responseCreated("resp_vad", null), refusal);
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseDone("resp_vad", null));
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		assertThat(idOf(future)).isEqualTo("resp_1");
		this.connection.expectNothingMore();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusalAfterTheOtherResponseEndedIsRetriedAtOnce(boolean eventNamed) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		this.connection.receive(Wire.speechStopped(), Wire.responseCreated("resp_vad", null),
				Wire.responseDone("resp_vad", null));
		this.connection.expectNothingMore();
		this.connection.receive(Wire.overlap(eventNamed ? id : null));
		this.connection.expect("response.create");
		assertThat(future).isNotDone();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusalCorrectsAWrongGuess(boolean eventNamed) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		this.connection.receive(Wire.responseCreated("resp_other", null), Wire.overlap(eventNamed ? id : null),
				Wire.responseDone("resp_other", null));
		assertThat(future).isNotDone();
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		assertThat(idOf(future)).isEqualTo("resp_1");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void secondRefusalFailsTheFuture(boolean eventNamed) {
		CompletableFuture<ResponseDone> future = this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		String refusal = Wire.overlap(eventNamed ? id : null);
		this.connection.receive(refusal, Wire.responseDone("resp_unseen", null));
		this.connection.expect("response.create");
		this.connection.receive(refusal);
		assertThat(SessionFailureTests.failure(future)).isInstanceOf(RealtimeErrorException.class);
		this.connection.expectNothingMore();
	}

	@Test
	void endOfAResponseBesideTheConversationDoesNotFreeIt() {
		CompletableFuture<ResponseDone> beside = this.session
			.respond(ResponseSettings.builder().conversation(ResponseConversation.NONE).build());
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.beside(Wire.responseCreated("resp_b", metadata)));
		this.session.respond();
		String id = this.connection.expect("response.create").path("event_id").asString();
		this.connection.receive(Wire.overlap(id), Wire.beside(Wire.responseDone("resp_b", metadata)));
		assertThat(idOf(beside)).isEqualTo("resp_b");
		this.connection.expectNothingMore();
		this.connection.receive(Wire.responseDone("resp_unseen", null));
		this.connection.expect("response.create");
	}

	private static @Nullable String idOf(CompletableFuture<ResponseDone> future) {
		assertThat(future).isCompleted();
		return future.join().response().id();
	}

}
