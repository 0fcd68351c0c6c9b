package io.realtime4j.model.session;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tracing with names that the application chooses.
 *
 * @param workflowName the name of the workflow, or {@code null} if absent
 * @param groupId what groups traces, or {@code null} if absent
 * @param metadata further values, or {@code null} if absent
 * @since 0.1.0
 */
public record TracingConfiguration(@Nullable String workflowName, @Nullable String groupId,
		@Nullable JsonNode metadata) implements Tracing {

}
