package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.translation.event.SessionOutputTranscriptDelta;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.translation.session.TranslationSpec;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for translation sessions in an application.
 */
class TranslationEventTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withPropertyValues("realtime.session.auto-open=false")
		.withBean(Heard.class);

	@Test
	void eventsOfTheServerAndOfTheSessionAreApplicationEvents() {
		this.contextRunner.run((context) -> {
			TranslationSession session = open(context.getBean(TranslationClient.class));
			Heard heard = context.getBean(Heard.class);
			await().untilAsserted(() -> assertThat(heard.deltas).extracting(SessionOutputTranscriptDelta::delta)
				.containsExactly("Hola"));
			assertThat(heard.envelopes).extracting((event) -> event.session(TranslationSession.class))
				.containsExactly(session);
			assertThat(heard.envelopes.get(0).json()).contains("elapsed_ms");
			assertThat(heard.opened).hasSize(1);
			assertThat(heard.types).contains("session.created", "session.updated", "session.output_transcript.delta");
		});
	}

	@Test
	void envelopeTellsHowToGetASessionOfAnotherFamily() {
		this.contextRunner.run((context) -> {
			open(context.getBean(TranslationClient.class));
			Heard heard = context.getBean(Heard.class);
			await().until(() -> !heard.envelopes.isEmpty());
			assertThatIllegalStateException().isThrownBy(() -> heard.envelopes.get(0).session())
				.withMessageContaining(RealtimeSession.class.getSimpleName());
		});
	}

	@Test
	void sessionsAreClosedWithTheApplication() {
		List<TranslationSession> sessions = new ArrayList<>();
		this.contextRunner.run((context) -> sessions.add(open(context.getBean(TranslationClient.class))));
		await()
			.untilAsserted(() -> assertThat(sessions.get(0).closed()).isCompletedWithValue(new ClosedByApplication()));
	}

	@Test
	void whenHasUserDefinedClientDoesNotAutoConfigureClient() {
		this.contextRunner
			.withBean("own", TranslationClient.class, () -> new TranslationClient(DefaultRealtimeClient
				.builder(this.transport, new RealtimeEndpoint(URI.create("https://host"), Dialect.GA, Map::of, false))
				.listenerExecutor(Runnable::run)
				.scheduler(mock())
				.build()
				.environment(), List.of()))
			.run((context) -> assertThat(context).hasSingleBean(TranslationClient.class).hasBean("own"));
	}

	private TranslationSession open(TranslationClient client) {
		TranslationSession session = client.open(TranslationSpec
			.of(TranslationSettings.builder().model(new TranslationModel("gpt-realtime-translate")).build()));
		session.open().join();
		this.transport.connection()
			.receive("{\"type\":\"session.output_transcript.delta\",\"delta\":\"Hola\",\"elapsed_ms\":20}");
		return session;
	}

	static class Heard {

		private final List<SessionOutputTranscriptDelta> deltas = Collections.synchronizedList(new ArrayList<>());

		private final List<RealtimeEvent<SessionOutputTranscriptDelta>> envelopes = Collections
			.synchronizedList(new ArrayList<>());

		private final List<SessionOpened> opened = Collections.synchronizedList(new ArrayList<>());

		private final List<String> types = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(SessionOutputTranscriptDelta event) {
			this.deltas.add(event);
		}

		@EventListener
		void on(RealtimeEvent<SessionOutputTranscriptDelta> event) {
			this.envelopes.add(event);
		}

		@EventListener
		void on(SessionOpened event) {
			this.opened.add(event);
		}

		@EventListener
		void on(TranslationServerEvent event) {
			this.types.add(event.type());
		}

	}

}
