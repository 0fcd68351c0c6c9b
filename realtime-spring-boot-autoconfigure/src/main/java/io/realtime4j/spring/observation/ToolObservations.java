package io.realtime4j.spring.observation;

import java.util.concurrent.CompletionStage;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolCallInterceptor;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;
import io.realtime4j.tool.ToolOutcome;
import io.realtime4j.tool.ToolResult;

/**
 * Internal observer of the calls of tools, within the observation of their response. What
 * a tool does on the thread that calls it is observed within its call.
 *
 * @since 0.1.0
 */
public final class ToolObservations implements ToolCallInterceptor, ToolListener {

	private final ObservedCalls calls = new ObservedCalls();

	private final ObservationRegistry registry;

	private final ToolCallObservationConvention convention;

	private final boolean content;

	/**
	 * Create an observer.
	 * @param registry the registry
	 * @param convention the convention
	 * @param content whether the exceptions of tools are observed, which may repeat what
	 * was said; otherwise only their classes are
	 */
	public ToolObservations(ObservationRegistry registry, ToolCallObservationConvention convention, boolean content) {
		this.registry = registry;
		this.convention = convention;
		this.content = content;
	}

	@Override
	public CompletionStage<ToolResult> intercept(ToolCall call, Execution execution) throws Exception {
		if (this.registry.isNoop()) {
			return execution.proceed();
		}
		ObservedCall observed = observe(call, call.name());
		if (!this.calls.begin(call, observed) || !observed.start()) {
			return execution.proceed();
		}
		try (Observation.Scope scope = observed.observation().openScope()) {
			CompletionStage<ToolResult> result = execution.proceed();
			return result.whenComplete((value, error) -> {
				if (value != null) {
					observed.context().setResult(value.output());
				}
			});
		}
	}

	private ObservedCall observe(ToolCall call, String toolName) {
		ToolCallObservationContext context = new ToolCallObservationContext(call, toolName);
		Observation observation = Observation.createNotStarted(this.convention, () -> context, this.registry);
		ObservedSession session = call.session().feature(ObservedSession.class);
		Observation parent = (session != null) ? session.of(call.responseId()) : null;
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return new ObservedCall(observation, this.content);
	}

	// Comes once for each call, whether it ran or not
	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		if (event instanceof ToolCallFinished finished && !this.registry.isNoop()) {
			ObservedCall running = this.calls.end(finished.call());
			ObservedCall observed = (running != null) ? running : observe(finished.call(), nameOf(finished));
			observed.end(finished.outcome());
		}
	}

	// A name that the model made up is no name of a tool
	private static String nameOf(ToolCallFinished finished) {
		boolean known = finished.outcome() instanceof ToolOutcome.InvalidArguments
				|| finished.outcome() instanceof ToolOutcome.Denied;
		return known ? finished.call().name() : BoundedNames.UNKNOWN;
	}

}
