package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.tool.SessionTools;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.translation.session.TranslationClient;
import io.realtime4j.translation.session.TranslationSession;
import io.realtime4j.translation.session.TranslationSpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for sessions that an application opens itself, from the configured default.
 */
class SessionPerUserTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeToolAutoConfiguration.class))
		.withBean(DeskTools.class)
		.withPropertyValues("realtime.session.auto-open=false", "realtime.session.model=gpt-realtime",
				"realtime.session.instructions=You are the front desk.", "realtime.session.audio.output.voice=marin",
				"realtime.session.audio.input.transcription.model=gpt-4o-mini-transcribe");

	@Test
	void sessionIsTheConfiguredOne() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = client(context).open();
			await().until(() -> session.state() == SessionState.OPEN);
			assertThat(this.transport.connection().request().uri()).hasParameter("model", "gpt-realtime");
			assertThat(settings().path("instructions").asString()).isEqualTo("You are the front desk.");
			assertThat(settings().path("tools").toString()).contains("\"name\":\"book\"");
			assertThat(client(context).defaultSpec()).isSameAs(context.getBean(SessionSpec.class));
		});
	}

	@Test
	void customizerKeepsModelVoiceAndTools() {
		List<String> heard = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.run((context) -> {
			RealtimeSession session = client(context)
				.open((spec) -> spec.settings((settings) -> settings.instructions("The guest is Ada."))
					.attribute("user", "ada")
					.on(ResponseDone.class, (done) -> heard.add(done.text())));
			await().until(() -> session.state() == SessionState.OPEN);
			assertThat(this.transport.connection().request().uri()).hasParameter("model", "gpt-realtime");
			assertThat(settings().path("instructions").asString()).isEqualTo("The guest is Ada.");
			assertThat(settings().at("/audio/output/voice").asString()).isEqualTo("marin");
			assertThat(settings().at("/audio/input/transcription/model").asString())
				.isEqualTo("gpt-4o-mini-transcribe");
			assertThat(settings().path("tools").toString()).contains("\"name\":\"book\"");
			assertThat(SessionTools.of(session).current().find("book")).isNotNull();
			assertThat(session.attributes()).containsEntry("user", "ada");
			this.transport.connection().receive("""
					{"type":"response.done","response":{"output":[{"type":"message","role":"assistant",
					"content":[{"type":"output_text","text":"Welcome, Ada."}]}]}}""");
			await().untilAsserted(() -> assertThat(heard).containsExactly("Welcome, Ada."));
		});
	}

	@Test
	void customizersOfTheSessionApplyToAll() {
		this.contextRunner
			.withBean(RealtimeSessionCustomizer.class, () -> (settings) -> settings.instructions("By the bean."))
			.run((context) -> {
				client(context).create();
				assertThat(client(context).defaultSpec().settings()).isInstanceOfSatisfying(
						RealtimeSessionSettings.class,
						(settings) -> assertThat(settings.instructions()).isEqualTo("By the bean."));
			});
	}

	@Test
	void specOfTheApplicationIsTheDefault() {
		SessionSpec own = SessionSpec
			.of(RealtimeSessionSettings.builder().model(new RealtimeModel("own-model")).build());
		this.contextRunner.withBean("own", SessionSpec.class, () -> own)
			.run((context) -> assertThat(client(context).defaultSpec()).isSameAs(own));
	}

	@Test
	void translationsBeginFromTheirBean() {
		TranslationSpec own = TranslationSpec.of(TranslationSettings.into("es")
			.toBuilder()
			.model(new TranslationModel("gpt-realtime-translate"))
			.build());
		this.contextRunner.withBean("own", TranslationSpec.class, () -> own).run((context) -> {
			TranslationSession session = context.getBean(TranslationClient.class)
				.create((spec) -> spec.attribute("user", "ada"));
			assertThat(session.attributes()).containsEntry("user", "ada");
		});
	}

	@Test
	void translationsWithoutBeanSayWhatToDeclare() {
		this.contextRunner.run((context) -> assertThatIllegalStateException()
			.isThrownBy(() -> context.getBean(TranslationClient.class).open())
			.withMessageContaining("TranslationSpec"));
	}

	private static RealtimeClient client(ApplicationContext context) {
		return context.getBean(RealtimeClient.class);
	}

	private JsonNode settings() {
		return JsonMapper.shared().readTree(this.transport.connection().sent().get(0)).path("session");
	}

}
