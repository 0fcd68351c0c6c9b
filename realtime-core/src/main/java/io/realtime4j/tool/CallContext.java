package io.realtime4j.tool;

import java.util.Set;

/**
 * What the calls of one session share.
 */
record CallContext(RunnerSettings settings, Answers answers, Approvals approvals, DroppedResults dropped,
		ToolEventLane events, Set<OpenCall> open) {

}
