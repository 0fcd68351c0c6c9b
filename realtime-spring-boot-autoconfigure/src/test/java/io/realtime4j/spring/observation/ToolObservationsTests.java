package io.realtime4j.spring.observation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolOutcome;
import io.realtime4j.tool.ToolResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ToolObservations}.
 */
class ToolObservationsTests {

	private static final ToolOutcome SUCCEEDED = new ToolOutcome.Succeeded(0);

	private static final ToolOutcome TIMED_OUT = new ToolOutcome.TimedOut(Duration.ofSeconds(10));

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final Recorder recorder = new Recorder();

	private final VoiceSession session = mock(VoiceSession.class);

	private final ToolCall call = new ToolCall(this.session, "response_1", "item_1", "call_1", "weather", "{}",
			JsonMapper.shared().createObjectNode());

	private final ToolObservations observations = observations(false);

	ToolObservationsTests() {
		this.registry.observationConfig().observationHandler(this.recorder);
	}

	private ToolObservations observations(boolean content) {
		return new ToolObservations(this.registry,
				new DefaultToolCallObservationConvention(GenAiNames.springAi(), content), content);
	}

	@BeforeEach
	void prepare() {
		given(this.session.id()).willReturn("session_1");
	}

	@Test
	void callIsObservedOnce() throws Exception {
		run(this.observations);
		assertThat(this.recorder.stopped).isEmpty();
		finish(this.observations, SUCCEEDED);
		assertThat(this.recorder.started).hasSize(1);
		assertThat(this.recorder.stopped).isEqualTo(this.recorder.started);
		assertThat(context().getOutcome()).isEqualTo("succeeded");
		assertThat(context().getResult()).isEqualTo("sunny");
	}

	@Test
	void callThatIsOverBeforeItsToolBeginsIsObservedOnce() throws Exception {
		finish(this.observations, TIMED_OUT);
		assertThat(run(this.observations).output()).isEqualTo("sunny");
		assertThat(this.recorder.started).hasSize(1);
		assertThat(this.recorder.stopped).isEqualTo(this.recorder.started);
		assertThat(context().getOutcome()).isEqualTo("timed_out");
	}

	@Test
	void callThatRunsAgainBelongsToTheSameObservation() throws Exception {
		run(this.observations);
		run(this.observations);
		finish(this.observations, SUCCEEDED);
		assertThat(this.recorder.started).hasSize(1);
		assertThat(this.recorder.stopped).isEqualTo(this.recorder.started);
	}

	@Test
	void exceptionIsObservedByItsClass() throws Exception {
		run(this.observations);
		finish(this.observations, new ToolOutcome.Failed(new ToolException("The secret is 42")));
		assertThat(context().getError()).hasMessageContaining(ToolException.class.getName())
			.hasMessageNotContaining("secret")
			.hasNoCause();
	}

	@Test
	void exceptionIsObservedWithContent() throws Exception {
		ToolObservations all = observations(true);
		run(all);
		ToolException failure = new ToolException("The secret is 42");
		finish(all, new ToolOutcome.Failed(failure));
		assertThat(context().getError()).isSameAs(failure);
	}

	private ToolResult run(ToolObservations target) throws Exception {
		return target.intercept(this.call, () -> CompletableFuture.completedFuture(ToolResult.text("sunny")))
			.toCompletableFuture()
			.get();
	}

	private void finish(ToolObservations target, ToolOutcome outcome) {
		target.onToolEvent(this.session, new ToolCallFinished(this.call, outcome, Duration.ofMillis(5)));
	}

	private ToolCallObservationContext context() {
		return (ToolCallObservationContext) this.recorder.stopped.get(0);
	}

	/**
	 * Keeps what was observed.
	 */
	private static final class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> started = new ArrayList<>();

		private final List<Observation.Context> stopped = new ArrayList<>();

		@Override
		public void onStart(Observation.Context context) {
			this.started.add(context);
		}

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
