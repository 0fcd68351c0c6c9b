package io.realtime4j.spring.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.EndReasons;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolCallStarted;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolListener;

/**
 * Internal meter of the calls of tools, {@code realtime.tool.calls}: how long they took,
 * approval included, by {@code tool} and {@code outcome}. A tool has its name there once
 * it has run; what a model makes up is {@code unknown}.
 *
 * @since 0.1.0
 */
public final class ToolMetrics implements ToolListener {

	private static final int MAX_TOOLS = 100;

	private final BoundedNames tools = new BoundedNames(MAX_TOOLS);

	private final MeterRegistry registry;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public ToolMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onToolEvent(VoiceSession session, ToolEvent event) {
		if (event instanceof ToolCallStarted started) {
			// Only tools that there are can start
			this.tools.of(started.call().name());
		}
		else if (event instanceof ToolCallFinished finished) {
			String name = finished.call().name();
			Timer.builder("realtime.tool.calls")
				.description("Calls of tools, from the whole call to its output, approval included")
				.tag("tool", this.tools.contains(name) ? name : BoundedNames.UNKNOWN)
				.tag("outcome", EndReasons.nameOf(finished.outcome().getClass()))
				.register(this.registry)
				.record(finished.elapsed());
		}
	}

}
