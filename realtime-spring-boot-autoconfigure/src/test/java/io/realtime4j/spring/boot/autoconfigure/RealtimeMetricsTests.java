package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.AnswerStarted;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.AnswerLatency;
import io.realtime4j.speech.TurnEnd;
import io.realtime4j.spring.boot.autoconfigure.observation.RealtimeMetricsAutoConfiguration;
import io.realtime4j.spring.observation.AnswerLatencyMetrics;
import io.realtime4j.spring.observation.RealtimeMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeMetrics} and their auto-configuration.
 */
class RealtimeMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeMetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, () -> this.registry);

	@ParameterizedTest
	@CsvSource({ "completed,null", "cancelled,null", "incomplete,{}", "failed,{}", "failed,null" })
	void eachResponseIsCountedOnceByItsOutcome(String status, String details) {
		run(() -> {
			this.transport.connection()
				.receive("{\"type\":\"response.done\",\"response\":{\"id\":\"resp_1\",\"status\":\"" + status
						+ "\",\"status_details\":" + details + "}}");
			await().until(() -> this.registry.find("realtime.responses").counter() != null);
			assertThat(this.registry.get("realtime.responses")
				.tags("outcome", status, "model", "gpt-realtime")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void limitsOfTheAccountAreThoseToldOfLast() {
		run(() -> {
			this.transport.connection().receive(limits(100, 40));
			this.transport.connection().receive(limits(100, 39));
			await()
				.until(() -> this.registry.find("realtime.rate.limit.remaining").gauge() != null && remaining() == 39);
			assertThat(this.registry.get("realtime.rate.limit").tag("name", "tokens").gauge().value()).isEqualTo(100);
		});
	}

	@Test
	void openSessionsAreCounted() {
		run(() -> {
			await().until(() -> sessions() == 1);
			this.transport.connections().get(0).close(1000, "");
			await().until(() -> sessions() == 0);
		});
	}

	@Test
	void answersThatDoNotComeAreCountedByWhatWasAwaited() {
		this.contextRunner.withPropertyValues("realtime.response-timeout=100ms").run((context) -> {
			await().until(() -> sessions() == 1);
			context.getBean(RealtimeSession.class).respond();
			await().until(() -> this.registry.find("realtime.answers.timed.out").counter() != null);
			assertThat(this.registry.get("realtime.answers.timed.out").tag("awaited", "response.created").counter())
				.extracting(Counter::count)
				.isEqualTo(1.0);
		});
	}

	@Test
	void sinkThatReportsNothingIsCounted() {
		AudioSink sink = mock(AudioSink.class);
		this.contextRunner.withPropertyValues("realtime.playback-timeout=100ms")
			.withBean(AudioSinkFactory.class, () -> (session) -> sink)
			.run((context) -> {
				await().until(() -> sessions() == 1);
				this.transport.connection()
					.receive(
							"""
									{"type":"response.output_audio.delta","response_id":"resp_1","item_id":"item_1",
									"output_index":0,"content_index":0,"delta":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""");
				this.transport.connection().receive("""
						{"type":"response.done","response":{"id":"resp_1","status":"completed"}}""");
				await().until(() -> this.registry.find("realtime.answers.timed.out").counter() != null);
				assertThat(this.registry.get("realtime.answers.timed.out").tag("awaited", "playback").counter())
					.extracting(Counter::count)
					.isEqualTo(1.0);
			});
	}

	@Test
	void answersAreTimedByPart() {
		this.contextRunner.run((context) -> {
			AnswerLatencyMetrics metrics = context.getBean(AnswerLatencyMetrics.class);
			RealtimeSession session = context.getBean(RealtimeSession.class);
			metrics.onSessionEvent(session, new AnswerStarted(null, null, new AnswerLatency(TurnEnd.SPEECH,
					Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(100))));
			metrics.onSessionEvent(session, new AnswerStarted(null, null,
					new AnswerLatency(TurnEnd.SPEECH, null, Duration.ofMillis(100), null)));
			assertThat(millis("detection")).isEqualTo(500);
			assertThat(millis("response")).isEqualTo(400);
			assertThat(millis("playback")).isEqualTo(100);
			assertThat(millis("total")).isEqualTo(900);
			assertThat(this.registry.get("realtime.answer.latency").timers())
				.allSatisfy((timer) -> assertThat(timer.takeSnapshot().histogramCounts()).hasSize(7));
		});
	}

	private double millis(String part) {
		return this.registry.get("realtime.answer.latency")
			.tags("part", part, "turn.end", "speech")
			.timer()
			.totalTime(TimeUnit.MILLISECONDS);
	}

	@Test
	void nothingIsTaggedWithAnId() {
		this.contextRunner.run((context) -> {
			await().until(() -> sessions() == 1);
			String id = context.getBean(RealtimeSession.class).id();
			assertThat(this.registry.getMeters()).map(Meter::getId).noneMatch((meter) -> meter.toString().contains(id));
		});
	}

	@Test
	void nothingIsThereWithoutRegistryOrMicrometer() {
		RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RealtimeMetrics.class));
		RealtimeContext.runner(this.transport)
			.withConfiguration(AutoConfigurations.of(RealtimeMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("realtime4jMetrics")
				.doesNotHaveBean("realtime4jAnswerLatencyMetrics"));
	}

	private void run(Runnable test) {
		this.contextRunner.run((context) -> {
			await().until(() -> sessions() == 1);
			test.run();
		});
	}

	private double sessions() {
		return this.registry.get("realtime.sessions").gauge().value();
	}

	private double remaining() {
		return this.registry.get("realtime.rate.limit.remaining").tag("name", "tokens").gauge().value();
	}

	private static String limits(int limit, int remaining) {
		return "{\"type\":\"rate_limits.updated\",\"rate_limits\":[{\"name\":\"tokens\",\"limit\":" + limit
				+ ",\"remaining\":" + remaining + ",\"reset_seconds\":1.5}]}";
	}

}
