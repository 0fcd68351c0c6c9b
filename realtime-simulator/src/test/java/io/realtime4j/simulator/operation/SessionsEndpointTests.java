package io.realtime4j.simulator.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.translation.session.TranslationSpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint {@code realtime} of the actuator, by HTTP.
 */
class SessionsEndpointTests {

	private static final int SECONDS = 20;

	private static final String STORY = "Once upon a time there was a miller who had three sons and a clever cat";

	@Test
	void endpointIsNotExposedUnlessItIsAskedFor() throws Exception {
		try (OperatedApplication application = OperatedApplication.start()) {
			assertThat(application.status("GET", "realtime")).isEqualTo(404);
			assertThat(application.get("").path("_links").propertyNames()).doesNotContain("realtime");
		}
	}

	@Test
	void sessionsAreShownWithoutWhatIsSaidInThem() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				"realtime.pricing.models.gpt-realtime.input.text=4")) {
			Instant before = Instant.now().minusMillis(1);
			RealtimeSession session = application.open();
			application.simulator().nextResponse("I know of " + OperatedApplication.CANARY);
			session.ask("Tell me of " + OperatedApplication.CANARY).get(SECONDS, TimeUnit.SECONDS);
			JsonNode shown = find(application.get("realtime"), session.id());
			assertThat(shown.path("family").asString()).isEqualTo("realtime");
			assertThat(shown.path("type").asString()).isEqualTo("realtime");
			assertThat(shown.path("model").asString()).isEqualTo("gpt-realtime");
			assertThat(shown.path("state").asString()).isEqualTo("OPEN");
			assertThat(Instant.parse(shown.path("openedAt").asString())).isBetween(before, Instant.now());
			assertThat(Duration.parse(shown.path("age").asString())).isPositive();
			assertThat(shown.path("reconnects").asInt(-1)).isZero();
			assertThat(shown.at("/inbox/count").asInt(-1)).isNotNegative();
			assertThat(shown.at("/outbox/size").asInt(-1)).isZero();
			assertThat(shown.path("heldSize").asLong()).isPositive();
			assertThat(shown.at("/usage/outputTokens").asLong()).isPositive();
			assertThat(shown.at("/usage/cost/currency").asString()).isEqualTo("USD");
			assertThat(application.call("GET", "realtime").body()
					+ application.call("GET", "realtime/" + session.id()).body())
				.doesNotContain(OperatedApplication.CANARY);
		}
	}

	@Test
	void sessionsOfAllFamiliesAndThoseThatWereNotUsedYetAreShown() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED)) {
			TranslationSession translation = application.bean(TranslationClient.class)
				.open(TranslationSpec.of(TranslationSettings.into("fr")));
			translation.open().get(SECONDS, TimeUnit.SECONDS);
			RealtimeSession unused = application.bean(RealtimeSession.class);
			JsonNode shown = application.get("realtime").path("sessions");
			assertThat(shown).hasSize(2);
			assertThat(shown.path(0).path("id").asString()).isEqualTo(translation.id());
			assertThat(shown.path(0).path("family").asString()).isEqualTo("translation");
			assertThat(shown.path(1).path("id").asString()).isEqualTo(unused.id());
			assertThat(shown.path(1).path("state").asString()).isEqualTo("NEW");
			assertThat(shown.path(1).propertyNames()).doesNotContain("startedAt", "model");
		}
	}

	@Test
	void sessionThatHasEndedIsNotFound() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				OperatedApplication.UNRESTRICTED)) {
			RealtimeSession session = application.open();
			String path = "realtime/" + session.id();
			assertThat(application.get(path).path("id").asString()).isEqualTo(session.id());
			session.close();
			session.closed().get(SECONDS, TimeUnit.SECONDS);
			assertThat(application.status("GET", path)).isEqualTo(404);
			assertThat(application.status("DELETE", path)).isEqualTo(404);
			assertThat(application.status("GET", "realtime/rts_unknown")).isEqualTo(404);
			assertThat(application.status("DELETE", "realtime/rts_unknown")).isEqualTo(404);
		}
	}

	@Test
	void nothingCanBeEndedUnlessAccessIsUnrestricted() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED)) {
			RealtimeSession session = application.open();
			assertThat(application.status("DELETE", "realtime/" + session.id())).isEqualTo(405);
			assertThat(application.status("POST", "realtime")).isEqualTo(405);
			assertThat(session.state()).isEqualTo(SessionState.OPEN);
			assertThat(readiness(application)).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
		}
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				"management.endpoint.realtime.access=none")) {
			assertThat(application.status("GET", "realtime")).isEqualTo(404);
		}
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				OperatedApplication.UNRESTRICTED, "management.endpoints.access.max-permitted=read_only")) {
			assertThat(application.status("POST", "realtime")).isEqualTo(405);
		}
	}

	@Test
	void sessionEndsWhenItsResponseHasFinished() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				OperatedApplication.UNRESTRICTED)) {
			RealtimeSession session = application.open();
			RealtimeSession other = application.open();
			CompletableFuture<ResponseDone> story = story(application, session);
			assertThat(application.status("DELETE", "realtime/" + session.id())).isEqualTo(204);
			assertThat(story.get(SECONDS, TimeUnit.SECONDS).outcome().isCompleted()).isTrue();
			assertThat(session.closed().get(SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClosedByOperator());
			assertThat(other.state()).isEqualTo(SessionState.OPEN);
		}
	}

	@Test
	void responseThatTakesLongerThanItMayIsCutOff() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				OperatedApplication.UNRESTRICTED, "management.endpoint.realtime.patience=1ms")) {
			RealtimeSession session = application.open();
			CompletableFuture<ResponseDone> story = story(application, session, STORY.repeat(20));
			assertThat(application.status("DELETE", "realtime/" + session.id())).isEqualTo(204);
			assertThat(session.closed().get(SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClosedByOperator());
			assertThat(story.handle((done, failure) -> done != null && done.outcome().isCompleted()))
				.succeedsWithin(Duration.ofSeconds(SECONDS))
				.isEqualTo(false);
		}
	}

	@Test
	void drainedApplicationRefusesTrafficAndLetsAllResponsesFinish() throws Exception {
		try (OperatedApplication application = OperatedApplication.start(OperatedApplication.EXPOSED,
				OperatedApplication.UNRESTRICTED)) {
			RealtimeSession first = application.open();
			RealtimeSession second = application.open();
			RealtimeSession ended = application.open();
			ended.close();
			assertThat(ended.closed().get(SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClosedByApplication());
			CompletableFuture<ResponseDone> story = story(application, first);
			JsonNode drain = JsonMapper.shared().readTree(application.call("POST", "realtime").body());
			// The session of the application is there, too
			assertThat(drain.path("ending").asInt()).isEqualTo(3);
			assertThat(readiness(application)).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
			assertThat(second.closed().get(SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClosedForDraining());
			assertThat(story.get(SECONDS, TimeUnit.SECONDS).outcome().isCompleted()).isTrue();
			assertThat(first.closed().get(SECONDS, TimeUnit.SECONDS)).isEqualTo(new ClosedForDraining());
			assertThat(application.get("realtime").path("sessions")).isEmpty();
		}
	}

	private static CompletableFuture<ResponseDone> story(OperatedApplication application, RealtimeSession session)
			throws InterruptedException {
		return story(application, session, STORY);
	}

	private static CompletableFuture<ResponseDone> story(OperatedApplication application, RealtimeSession session,
			String words) throws InterruptedException {
		application.simulator().nextResponse(words);
		CountDownLatch begun = new CountDownLatch(1);
		session.on(ResponseOutputAudioDelta.class, (delta) -> begun.countDown());
		session.sendText("Tell me a story");
		CompletableFuture<ResponseDone> story = session.respond();
		assertThat(begun.await(SECONDS, TimeUnit.SECONDS)).isTrue();
		return story;
	}

	private static ReadinessState readiness(OperatedApplication application) {
		return application.bean(ApplicationAvailability.class).getReadinessState();
	}

	private static JsonNode find(JsonNode answer, String id) {
		return answer.path("sessions")
			.valueStream()
			.filter((session) -> session.path("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

}
