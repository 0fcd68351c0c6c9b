package io.realtime4j.tool;

import java.util.Set;
import java.util.concurrent.Executor;

import io.realtime4j.session.engine.EventLane;

/**
 * Context that the calls of one session share.
 */
record ToolCallContext(RunnerSettings settings, Executor executor, ToolOutputs answers, Approvals approvals,
		DroppedResults dropped, EventLane events, Set<OpenCall> open) {

}
