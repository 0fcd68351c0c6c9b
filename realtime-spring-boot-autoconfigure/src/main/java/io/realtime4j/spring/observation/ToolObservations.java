package io.realtime4j.spring.observation;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

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

	private final Map<CallKey, Observation> running = new ConcurrentHashMap<>();

	private final ObservationRegistry registry;

	private final ToolCallObservationConvention convention;

	/**
	 * Create an observer.
	 * @param registry the registry
	 * @param convention the convention
	 */
	public ToolObservations(ObservationRegistry registry, ToolCallObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public CompletionStage<ToolResult> intercept(ToolCall call, Execution execution) throws Exception {
		if (this.registry.isNoop()) {
			return execution.proceed();
		}
		Observation observation = start(call, call.name());
		ToolCallObservationContext context = (ToolCallObservationContext) observation.getContext();
		this.running.put(CallKey.of(call), observation);
		try (Observation.Scope scope = observation.openScope()) {
			CompletionStage<ToolResult> result = execution.proceed();
			return result.whenComplete((value, error) -> {
				if (value != null) {
					context.setResult(value.output());
				}
			});
		}
	}

	private Observation start(ToolCall call, String toolName) {
		ToolCallObservationContext context = new ToolCallObservationContext(call, toolName);
		Observation observation = Observation.createNotStarted(this.convention, () -> context, this.registry);
		ObservedSession observed = call.session().feature(ObservedSession.class);
		Observation parent = (observed != null) ? observed.of(call.responseId()) : null;
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return observation.start();
	}

	// Comes once for each call, whether it ran or not
	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		if (event instanceof ToolCallFinished finished && !this.registry.isNoop()) {
			Observation running = this.running.remove(CallKey.of(finished.call()));
			Observation observation = (running != null) ? running : start(finished.call(), nameOf(finished));
			end(observation, finished.outcome());
		}
	}

	// A name that the model made up is no name of a tool
	private static String nameOf(ToolCallFinished finished) {
		boolean known = finished.outcome() instanceof ToolOutcome.InvalidArguments
				|| finished.outcome() instanceof ToolOutcome.Denied;
		return known ? finished.call().name() : BoundedNames.UNKNOWN;
	}

	private static void end(Observation observation, ToolOutcome outcome) {
		ToolCallObservationContext context = (ToolCallObservationContext) observation.getContext();
		context.setOutcome(BoundedNames.of(outcome.getClass()));
		if (outcome instanceof ToolOutcome.Failed failed) {
			observation.error(failed.cause());
		}
		else if (outcome instanceof ToolOutcome.Failure) {
			observation.error(new ObservedFailure("The call ended as " + context.getOutcome()));
		}
		observation.stop();
	}

	/**
	 * A call of a session.
	 *
	 * @param sessionId the id of the session
	 * @param responseId the id of the response
	 * @param callId the id of the call
	 */
	private record CallKey(String sessionId, String responseId, String callId) {

		static CallKey of(ToolCall call) {
			return new CallKey(call.session().id(), call.responseId(), call.callId());
		}

	}

}
