package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.boot.autoconfigure.observation.RealtimeMetricsAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for what the meters of {@link RealtimeMetricsAutoConfiguration} measure.
 */
class RealtimeMetersTests {

	private static final int SECOND_OF_AUDIO = 48_000;

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeMetricsAutoConfiguration.class,
				RealtimeToolAutoConfiguration.class, RealtimeUsageAutoConfiguration.class))
		.withBean(MeterRegistry.class, () -> this.registry);

	@AfterEach
	void everyMeterIsAsItIsDescribed() throws IOException {
		String description = Files.readString(Path.of("../docs/operations.md"));
		assertThat(this.registry.getMeters()).isNotEmpty().extracting(Meter::getId).allSatisfy((id) -> {
			String tags = id.getTags().stream().map((tag) -> "`" + tag.getKey() + "`").sorted().toList().toString();
			String kind = id.getType().name().toLowerCase(Locale.ROOT);
			String row = description.lines()
				.filter((line) -> line.startsWith("| `" + id.getName() + "` | " + kind + " |"))
				.findFirst()
				.orElse("");
			List<String> described = Arrays.stream(row.split("\\|")[3].split(",")).map(String::strip).toList();
			assertThat(described.stream().filter((tag) -> !tag.isEmpty()).sorted().toList()).as(id.getName())
				.hasToString(tags);
		});
	}

	@Test
	void speechThatNobodyHeardIsMeasured() {
		AudioSink sink = mock(AudioSink.class);
		given(sink.playedMillis(any(), anyLong())).willReturn(400L);
		this.contextRunner.withBean(AudioSinkFactory.class, () -> (session) -> sink).run((context) -> {
			RealtimeSession session = opened(context);
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[SECOND_OF_AUDIO]));
			session.interrupt();
			await().until(() -> timer("realtime.interruptions.unheard").count() == 1);
			assertThat(timer("realtime.interruptions.unheard").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(600);
		});
	}

	@Test
	void delayOfListenersIsMeasuredOnceForEachResponse() {
		this.contextRunner.run((context) -> {
			opened(context);
			this.transport.connection().receive(ServiceTalk.answer("item_1", "Hello", new byte[SECOND_OF_AUDIO]));
			this.transport.connection().receive(ServiceTalk.answer("item_2", "Hello", new byte[SECOND_OF_AUDIO]));
			await().until(() -> timer("realtime.listener.delay").count() == 2);
		});
	}

	@Test
	void turnThatIsNotTranscribedIsCounted() {
		this.contextRunner.run((context) -> {
			opened(context);
			this.transport.connection().receive("""
					{"type":"conversation.item.input_audio_transcription.failed","item_id":"item_1",
					"content_index":0,"error":{"type":"server_error","message":"no"}}""");
			await().untilAsserted(() -> assertThat(find("realtime.transcriptions.failed").counters()).singleElement()
				.satisfies((counter) -> assertThat(counter.count()).isEqualTo(1)));
		});
	}

	@Test
	void timeWithoutAConnectionIsMeasured() {
		this.contextRunner.withPropertyValues("realtime.reconnect.initial-delay=10ms").run((context) -> {
			RealtimeSession session = opened(context);
			this.transport.connection().close(1006, "");
			await().until(() -> timer("realtime.sessions.reconnect.gap").count() == 1);
			assertThat(session.statistics().reconnects()).isEqualTo(1);
			assertThat(timer("realtime.sessions.reconnect.gap").totalTime(TimeUnit.NANOSECONDS)).isPositive();
		});
	}

	@Test
	void sessionThatEndedIsMeasuredByTheReason() {
		this.contextRunner.run((context) -> {
			opened(context).close();
			await().until(() -> find("realtime.sessions.duration").timer() != null);
			assertThat(find("realtime.sessions.duration").tags("family", "realtime", "reason", "application").timer())
				.isNotNull();
		});
	}

	@Test
	void callsAreMeasuredByToolAndOutcomeAndNamesThatModelsMakeUpAreNot() {
		this.contextRunner.withBean(Tools.class).run((context) -> {
			opened(context);
			this.transport.connection().receive(ServiceTalk.call("item_1", "weather", "{}"));
			this.transport.connection().receive(ServiceTalk.call("item_2", "made_up_by_the_model", "{}"));
			await().until(() -> find("realtime.tool.calls").timers().size() == 2);
			assertThat(find("realtime.tool.calls").tags("tool", "weather", "outcome", "succeeded").timer()).isNotNull();
			assertThat(find("realtime.tool.calls").tags("tool", "unknown", "outcome", "unknown_tool").timer())
				.isNotNull();
		});
	}

	@Test
	void tokensAreCountedByModalityAndCachedOnesApart() {
		this.contextRunner
			.withPropertyValues("realtime.pricing.models.gpt-realtime.output.audio=64",
					"realtime.pricing.models.gpt-realtime.input.text=4",
					"realtime.pricing.models.gpt-realtime.cached-input.text=0.4")
			.run((context) -> {
				opened(context);
				this.transport.connection().receive("""
						{"type":"response.done","response":{"id":"resp_1","status":"completed","usage":{
						"input_tokens":300,"output_tokens":1000000,
						"input_token_details":{"text_tokens":300,"cached_tokens":100},
						"output_token_details":{"audio_tokens":1000000}}}}""");
				// Cost is counted last
				await().untilAsserted(() -> assertThat(find("realtime.usage.cost").counters()).singleElement()
					.satisfies((cost) -> assertThat(cost.count()).isPositive()));
				assertThat(tokens("input", "text", "true")).isEqualTo(100);
				assertThat(tokens("input", "text", "false")).isEqualTo(200);
				assertThat(tokens("output", "audio", "false")).isEqualTo(1_000_000);
				assertThat(find("realtime.usage.tokens").counters()).hasSize(3);
				assertThat(
						find("realtime.usage.cost").tags("currency", "USD", "model", "gpt-realtime").counter().count())
					.isBetween(64.0, 64.01);
			});
	}

	@Test
	void queuesOfAllSessionsAreMeasured() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = opened(context);
			await().until(() -> session.statistics().outbox().count() == 0);
			assertThat(find("realtime.queue.events").gauges()).hasSize(2);
			assertThat(find("realtime.queue.size").tag("queue", "outbox").gauge().value()).isZero();
		});
	}

	@Test
	void noTagHoldsAnId() {
		this.contextRunner.withBean(Tools.class).run((context) -> {
			RealtimeSession session = opened(context);
			this.transport.connection().receive(ServiceTalk.call("item_1", "weather", "{}"));
			await().until(() -> find("realtime.tool.calls").timer() != null);
			assertThat(this.registry.getMeters()).flatExtracting((meter) -> meter.getId().getTags())
				.extracting("value")
				.doesNotContainAnyElementsOf(List.of(session.id(), "item_1", "ritem_1", "citem_1"));
		});
	}

	private double tokens(String direction, String modality, String cached) {
		return find("realtime.usage.tokens").tags("direction", direction, "modality", modality, "cached", cached)
			.counter()
			.count();
	}

	private Search find(String name) {
		return this.registry.find(name);
	}

	private Timer timer(String name) {
		Timer timer = find(name).timer();
		return (timer != null) ? timer : Timer.builder("none").register(new SimpleMeterRegistry());
	}

	private static RealtimeSession opened(ApplicationContext context) {
		RealtimeSession session = context.getBean(RealtimeSession.class);
		await().atMost(Duration.ofSeconds(30)).until(() -> session.state() == SessionState.OPEN);
		return session;
	}

	static class Tools {

		@RealtimeTool(description = "Tells the weather")
		String weather() {
			return "sunny";
		}

	}

}
