package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.realtime4j.guardrail.GuardrailEvent;
import io.realtime4j.guardrail.GuardrailFailed;
import io.realtime4j.guardrail.GuardrailTripped;
import io.realtime4j.guardrail.GuardrailVerdict;
import io.realtime4j.guardrail.Guardrails;
import io.realtime4j.guardrail.RealtimeGuardrail;
import io.realtime4j.guardrail.ResponseDraft;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.guardrail.RealtimeGuardrailAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeGuardrailAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeGuardrailAutoConfigurationTests {

	private static final String PREFIX = "realtime.session.guardrail.";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final CallingModel model = new CallingModel(this.transport);

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeGuardrailAutoConfiguration.class))
		.withPropertyValues("realtime.close-timeout=100ms")
		.withBean(Heard.class);

	@Test
	void guardrailBeanCutsTheResponseAndTheModelApologizes(CapturedOutput output) {
		this.runner.withBean(NoPrices.class).run((context) -> {
			opened(context);
			receive(created("resp_1"), said("resp_1", "It costs 40 CANARY euros, and I tell you that in a sentence that"
					+ " is long enough to be judged before its end."));
			await().until(() -> this.model.sent("response.cancel").size() == 1);
			assertThat(this.model.sent("response.cancel").get(0).path("response_id").asString()).isEqualTo("resp_1");
			assertThat(this.model.sent("response.create")).isEmpty();
			receive(done("resp_1", "cancelled"));
			await().until(() -> this.model.sent("response.create").size() == 1);
			assertThat(reply()).startsWith("What you were about to say was stopped");
			await().untilAsserted(() -> assertThat(context.getBean(Heard.class).events)
				.containsExactly(new GuardrailTripped("resp_1", "NoPrices", "CANARY", true)));
			await().untilAsserted(() -> assertThat(output)
				.contains("response resp_1: cut off by the guardrail NoPrices, a safe reply follows"));
		});
		assertThat(output).doesNotContain("CANARY");
	}

	@Test
	void everyBeanJudges() {
		this.runner.withBean(NoPrices.class)
			.withBean("second", RealtimeGuardrail.class, Recording::new)
			.run((context) -> {
				opened(context);
				receive(created("resp_1"), said("resp_1", "Fine."), done("resp_1", "completed"));
				Recording second = (Recording) context.getBean("second");
				await().until(() -> second.judged.size() == 1);
				assertThat(context.getBean(NoPrices.class).judged).isEqualTo(second.judged);
			});
	}

	@Test
	void textIsJudgedAsOftenAsTheProperty() {
		this.runner.withBean(Recording.class).withPropertyValues(PREFIX + "every-characters=4").run((context) -> {
			opened(context);
			receive(created("resp_1"), said("resp_1", "Four"));
			await().until(() -> !context.getBean(Recording.class).judged.isEmpty());
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			reply.text=Let us change the subject.   | and nothing else: Let us change the subject.
			reply.instructions=Say that you cannot. | Say that you cannot.
			""")
	void replyIsConfigured(String property, String instructions) {
		this.runner.withBean(NoPrices.class).withPropertyValues(PREFIX + property).run((context) -> {
			opened(context);
			receive(created("resp_1"), said("resp_1", "40 euros"), done("resp_1", "completed"));
			await().until(() -> this.model.sent("response.create").size() == 1);
			assertThat(reply()).endsWith(instructions);
		});
	}

	@Test
	void replyMayBeSilence() {
		this.runner.withBean(NoPrices.class).withPropertyValues(PREFIX + "reply.enabled=false").run((context) -> {
			opened(context);
			receive(created("resp_1"), said("resp_1", "40 euros"), done("resp_1", "completed"));
			await().untilAsserted(() -> assertThat(context.getBean(Heard.class).events)
				.containsExactly(new GuardrailTripped("resp_1", "NoPrices", "CANARY", false)));
			assertThat(this.model.sent("response.create")).isEmpty();
		});
	}

	@Test
	void guardrailThatTakesTooLongCutsIfThePolicyIsClosed(CapturedOutput output) {
		this.runner.withBean(RealtimeGuardrail.class, () -> (draft) -> {
			Thread.currentThread().join();
			return GuardrailVerdict.pass();
		}).withPropertyValues(PREFIX + "failure-policy=closed", PREFIX + "timeout=20ms").run((context) -> {
			opened(context);
			receive(created("resp_1"), said("resp_1", "Fine."), done("resp_1", "completed"));
			await().until(() -> this.model.sent("response.create").size() == 1);
			await().untilAsserted(() -> assertThat(context.getBean(Heard.class).events).hasSize(2)
				.first()
				.isInstanceOf(GuardrailFailed.class));
			await().untilAsserted(() -> assertThat(output).contains("gave no verdict (policy CLOSED)"));
		});
	}

	@ParameterizedTest
	@CsvSource({ "every-characters=0, every-characters", "timeout=0s, timeout", "timeout=-1s, timeout",
			"reply.text=, reply.text", "reply.instructions=, reply.instructions" })
	void wrongValueIsNamed(String property, String named) {
		this.runner.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageStartingWith("The property '" + PREFIX + named + "' "));
	}

	@Test
	void replyIsOneOfTwo() {
		this.runner.withPropertyValues(PREFIX + "reply.text=a", PREFIX + "reply.instructions=b")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining(PREFIX + "reply.text' cannot be combined with"));
	}

	@Test
	void userBeanIsUsedInstead() {
		List<Runnable> tasks = Collections.synchronizedList(new ArrayList<>());
		this.runner
			.withBean("own", Guardrails.class,
					() -> Guardrails.builder(tasks::add, new ScheduledThreadPoolExecutor(0))
						.guardrail(new Recording())
						.build())
			.run((context) -> {
				assertThat(context).hasSingleBean(Guardrails.class);
				opened(context);
				receive(created("resp_1"), said("resp_1", "Fine."), done("resp_1", "completed"));
				assertThat(tasks).hasSize(1);
			});
	}

	private String reply() {
		return this.model.sent("response.create").get(0).at("/response/instructions").asString();
	}

	private void opened(ApplicationContext context) {
		this.model.opened(context.getBean(RealtimeSession.class));
	}

	private void receive(String... events) {
		for (String event : events) {
			this.transport.connection().receive(event.replace('\'', '"'));
		}
	}

	private static String created(String id) {
		return "{'type':'response.created','response':{'id':'" + id + "','conversation_id':'conv_1'}}";
	}

	private static String said(String id, String text) {
		return "{'type':'response.output_text.delta','response_id':'" + id
				+ "','item_id':'item_1','output_index':0,'content_index':0,'delta':'" + text + "'}";
	}

	private static String done(String id, String status) {
		return "{'type':'response.done','response':{'id':'" + id + "','status':'" + status
				+ "','conversation_id':'conv_1'}}";
	}

	static class Recording implements RealtimeGuardrail {

		final List<ResponseDraft> judged = new CopyOnWriteArrayList<>();

		@Override
		public GuardrailVerdict judge(ResponseDraft draft) {
			this.judged.add(draft);
			return GuardrailVerdict.pass();
		}

	}

	static class NoPrices extends Recording {

		@Override
		public GuardrailVerdict judge(ResponseDraft draft) {
			super.judge(draft);
			return draft.text().contains("euros") ? GuardrailVerdict.trip("CANARY") : GuardrailVerdict.pass();
		}

	}

	static class Heard {

		private final List<GuardrailEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(GuardrailEvent event) {
			this.events.add(event);
		}

	}

}
