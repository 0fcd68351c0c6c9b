package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.context.RealtimeContextAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.observation.RealtimeObservationAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.observation.GenAiNames;
import io.realtime4j.spring.observation.HandshakeObservationContext;
import io.realtime4j.spring.observation.ToolCallObservationContext;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.transport.HandshakeRefused;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeObservationAutoConfiguration} and for what is observed.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeObservationTests {

	private static final String FAILED = """
			{"type":"response.done","response":{"id":"ritem_1","status":"failed","status_details":{"type":"failed",
			"error":{"type":"server_error","code":"overloaded","message":"what was said: secret"}}}}""";

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final Recorder recorder = new Recorder();

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = runner(this.transport);

	RealtimeObservationTests() {
		this.registry.observationConfig().observationHandler(this.recorder);
	}

	private ApplicationContextRunner runner(ScriptedTransport server) {
		return RealtimeContext.runner(server)
			.withConfiguration(AutoConfigurations.of(RealtimeObservationAutoConfiguration.class,
					RealtimeToolAutoConfiguration.class, RealtimeContextAutoConfiguration.class))
			.withPropertyValues("realtime.session.auto-open=false")
			.withBean(ObservationRegistry.class, () -> this.registry)
			.withBean(Tools.class, () -> new Tools(this.registry));
	}

	@Test
	void responseIsObservedFromItsBeginToItsEnd() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			Observation.Context response = this.recorder.await("realtime.response");
			assertThat(response.getContextualName()).isEqualTo("chat gpt-realtime");
			assertThat(low(response)).containsOnly(Map.entry("gen_ai.operation.name", "chat"),
					Map.entry("gen_ai.system", "openai"), Map.entry("gen_ai.request.model", "gpt-realtime"),
					Map.entry("outcome", "completed"));
			assertThat(high(response)).containsEntry("gen_ai.response.id", "ritem_1")
				.containsEntry("realtime.session.id", session.id())
				.containsEntry("gen_ai.usage.input_tokens", "10")
				.containsEntry("gen_ai.usage.output_tokens", "20")
				.containsEntry("gen_ai.usage.total_tokens", "30");
			assertThat(response.getError()).isNull();
			assertThat(all(response)).doesNotContain("Hello");
		});
	}

	@Test
	void namesAreThoseOfOpenTelemetryIfAskedFor() {
		this.contextRunner.withPropertyValues("realtime.observations.names=open-telemetry").run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			Observation.Context response = this.recorder.await("realtime.response");
			assertThat(low(response)).containsEntry("gen_ai.provider.name", "openai")
				.doesNotContainKey("gen_ai.system");
			assertThat(high(response)).containsKey("gen_ai.response.time_to_first_chunk")
				.doesNotContainKey("gen_ai.usage.total_tokens");
		});
	}

	@Test
	void namesOfTheApplicationReplaceAllOthers() {
		this.contextRunner
			.withBean(GenAiNames.class, () -> (attribute) -> "own." + attribute.name().toLowerCase(Locale.ROOT))
			.run((context) -> {
				context.getBean(RealtimeClient.class).open();
				this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
				assertThat(low(this.recorder.await("realtime.response"))).containsEntry("own.provider", "openai");
			});
	}

	@Test
	void failureIsAnErrorWithoutTheWordsOfTheServer() {
		this.contextRunner.run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive("""
					{"type":"response.created","response":{"id":"ritem_1","status":"in_progress"}}""");
			this.transport.connection().receive(FAILED);
			Observation.Context response = this.recorder.await("realtime.response");
			assertThat(low(response)).containsEntry("outcome", "failed");
			assertThat(response.getError()).hasMessageContaining("overloaded").hasMessageNotContaining("secret");
		});
	}

	@Test
	void responseThatIsLostWithItsConnectionEnds() {
		this.contextRunner.run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive("""
					{"type":"response.created","response":{"id":"ritem_1","status":"in_progress"}}""");
			this.transport.connection().close(1006, "");
			assertThat(low(this.recorder.await("realtime.response"))).containsEntry("outcome", "lost");
		});
	}

	@Test
	void toolIsObservedWithinItsResponseAndWhatItDoesWithinTheTool() {
		this.contextRunner.run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive(ServiceTalk.call("item_1", "weather", "{'city':'Lisbon'}"));
			Observation.Context tool = this.recorder.await("realtime.tool.call");
			Observation.Context response = this.recorder.await("realtime.response");
			assertThat(tool.getContextualName()).isEqualTo("execute_tool weather");
			assertThat(parent(tool)).isSameAs(response);
			assertThat(parent(this.recorder.await("request.of.tool"))).isSameAs(tool);
			assertThat(low(tool)).containsOnly(Map.entry("gen_ai.operation.name", "execute_tool"),
					Map.entry("spring.ai.kind", "tool_call"), Map.entry("spring.ai.tool.definition.name", "weather"),
					Map.entry("outcome", "succeeded"));
			assertThat(high(tool)).containsEntry("spring.ai.tool.call.id", "citem_1");
			assertThat(all(tool)).doesNotContain("Lisbon").doesNotContain("sunny");
		});
	}

	@Test
	void callOfAToolThatThereIsNotIsObservedWithoutItsName() {
		this.contextRunner.run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive(ServiceTalk.call("item_1", "made_up", "{}"));
			Observation.Context tool = this.recorder.await("realtime.tool.call");
			assertThat(low(tool)).containsEntry("spring.ai.tool.definition.name", "unknown")
				.containsEntry("outcome", "unknown_tool");
			assertThat(((ToolCallObservationContext) tool).getCall().name()).isEqualTo("made_up");
			assertThat(tool.getError()).isNotNull();
		});
	}

	@Test
	void contentIsObservedIfAskedForWithAWarning(CapturedOutput output) {
		this.contextRunner.withPropertyValues("realtime.observations.include-content=true").run((context) -> {
			context.getBean(RealtimeClient.class).open();
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			this.transport.connection().receive(ServiceTalk.call("item_2", "weather", "{'city':'Lisbon'}"));
			assertThat(high(this.recorder.await("realtime.response"))).hasEntrySatisfying("gen_ai.completion",
					(text) -> assertThat(text).contains("\"content\":\"Hello\""));
			assertThat(high(this.recorder.await("realtime.tool.call")))
				.containsEntry("spring.ai.tool.call.arguments", "{\"city\":\"Lisbon\"}")
				.hasEntrySatisfying("spring.ai.tool.call.result", (text) -> assertThat(text).contains("sunny"));
			assertThat(output).containsOnlyOnce("realtime.observations.include-content");
		});
	}

	@Test
	void handshakeCarriesTheTraceOfTheOpener() {
		this.contextRunner.run((context) -> {
			Observation request = Observation.start("request", this.registry);
			request.scoped(() -> context.getBean(RealtimeClient.class).open());
			request.stop();
			Observation.Context handshake = this.recorder.await("realtime.handshake");
			assertThat(parent(handshake)).isSameAs(request.getContext());
			assertThat(low(handshake)).containsOnly(Map.entry("gen_ai.system", "openai"),
					Map.entry("server.address", "api.openai.com"), Map.entry("outcome", "opened"));
			assertThat(this.transport.connection().request().headers()).containsEntry("traceparent", "planted")
				.containsEntry("Authorization", "Bearer test-key");
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[48]));
			assertThat(parent(this.recorder.await("realtime.response"))).isSameAs(request.getContext());
			assertThat(this.recorder.all().toString()).doesNotContain("test-key");
		});
	}

	@Test
	void handshakeThatIsRefusedIsAnError() {
		runner(ScriptedTransport.refusing(new HandshakeRefused(401, null))).run((context) -> {
			context.getBean(RealtimeClient.class).open();
			Observation.Context handshake = this.recorder.await("realtime.handshake");
			assertThat(low(handshake)).containsEntry("outcome", "refused");
			assertThat(high(handshake)).containsEntry("http.response.status_code", "401");
			assertThat(handshake.getError()).isNotNull();
		});
	}

	@Test
	void nothingIsObservedWithoutRegistryOrMicrometer() {
		RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeObservationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jResponseObservations"));
		this.contextRunner.withClassLoader(new FilteredClassLoader(ObservationRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jResponseObservations"));
	}

	private static Observation.ContextView parent(Observation.Context context) {
		return (context.getParentObservation() != null) ? context.getParentObservation().getContextView() : context;
	}

	private static Map<String, String> low(Observation.Context context) {
		return map(context.getLowCardinalityKeyValues());
	}

	private static Map<String, String> high(Observation.Context context) {
		return map(context.getHighCardinalityKeyValues());
	}

	private static String all(Observation.Context context) {
		return context.getAllKeyValues().stream().toList().toString();
	}

	private static Map<String, String> map(Iterable<KeyValue> values) {
		Map<String, String> map = new TreeMap<>();
		values.forEach((value) -> map.put(value.getKey(), value.getValue()));
		return map;
	}

	/**
	 * Tool that makes a request of its own.
	 */
	static class Tools {

		private final ObservationRegistry registry;

		Tools(ObservationRegistry registry) {
			this.registry = registry;
		}

		@RealtimeTool(description = "Tells the weather")
		String weather(String city) {
			return String.valueOf(Observation.start("request.of.tool", this.registry).observe(() -> "sunny"));
		}

	}

	/**
	 * Keeps what was observed, and propagates as a tracer would.
	 */
	static class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> stopped = Collections.synchronizedList(new ArrayList<>());

		@Override
		public void onStart(Observation.Context context) {
			if (context instanceof HandshakeObservationContext handshake) {
				handshake.getSetter().set(handshake.getCarrier(), "traceparent", "planted");
			}
		}

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		List<Observation.Context> all() {
			synchronized (this.stopped) {
				return List.copyOf(this.stopped);
			}
		}

		Observation.Context await(String name) {
			Awaitility.await().until(() -> all().stream().anyMatch((context) -> name.equals(context.getName())));
			return all().stream().filter((context) -> name.equals(context.getName())).findFirst().orElseThrow();
		}

	}

}
