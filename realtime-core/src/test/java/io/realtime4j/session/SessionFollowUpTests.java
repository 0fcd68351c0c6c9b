package io.realtime4j.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests that need not be made twice.
 */
class SessionFollowUpTests {

	private final SessionFixture fixture = new SessionFixture();

	private final RealtimeSession session = this.fixture.opened();

	private final ScriptedConnection connection = this.fixture.connection();

	@Test
	void followUpsThatWaitBecomeOne() {
		CompletableFuture<ResponseDone> first = this.session.respond();
		JsonNode running = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_1", running));
		List<CompletableFuture<ResponseDone>> followUps = List.of(this.session.followUp(), this.session.followUp(),
				this.session.followUp());
		this.connection.receive(Wire.responseDone("resp_1", running));
		JsonNode metadata = Wire.metadata(this.connection.expect("response.create"));
		this.connection.receive(Wire.responseCreated("resp_2", metadata), Wire.responseDone("resp_2", metadata));
		assertThat(idOf(first)).isEqualTo("resp_1");
		assertThat(followUps).allMatch((followUp) -> idOf(followUp).equals("resp_2"));
		this.connection.expectNothingMore();
	}

	@Test
	void followUpJoinsARequestOfTheApplicationThatWaits() {
		this.session.respond();
		this.connection.expect("response.create");
		CompletableFuture<ResponseDone> waiting = this.session.respond();
		CompletableFuture<ResponseDone> followUp = this.session.followUp();
		this.connection.receive(Wire.responseCreated("resp_1", null), Wire.responseDone("resp_1", null));
		this.connection.expect("response.create");
		this.connection.receive(Wire.responseCreated("resp_2", null), Wire.responseDone("resp_2", null));
		assertThat(idOf(waiting)).isEqualTo("resp_2");
		assertThat(idOf(followUp)).isEqualTo("resp_2");
		this.connection.expectNothingMore();
	}

	@Test
	void followUpJoinsNoRequestForSomethingElse() {
		this.session.respond();
		this.connection.expect("response.create");
		this.session.respond(ResponseSettings.builder().instructions("Say goodbye.").build());
		this.session.followUp();
		for (int i = 1; i <= 2; i++) {
			this.connection.receive(Wire.responseCreated("resp_" + i, null), Wire.responseDone("resp_" + i, null));
			this.connection.expect("response.create");
		}
	}

	@Test
	void followUpsOfAnIdleSessionGoAtOnce() {
		this.session.followUp();
		this.connection.expect("response.create");
	}

	private static @Nullable String idOf(CompletableFuture<ResponseDone> future) {
		assertThat(future).isCompleted();
		return future.join().response().id();
	}

}
