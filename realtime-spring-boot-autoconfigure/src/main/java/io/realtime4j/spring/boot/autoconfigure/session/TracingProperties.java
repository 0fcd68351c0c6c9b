package io.realtime4j.spring.boot.autoconfigure.session;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the traces that the service keeps of a session.
 *
 * @since 0.1.0
 */
public class TracingProperties {

	/**
	 * Tracing by the service: with its default names, or none.
	 */
	private @Nullable Mode mode;

	/**
	 * Name of the workflow in the traces.
	 */
	private @Nullable String workflowName;

	/**
	 * Id that groups the traces.
	 */
	private @Nullable String groupId;

	/**
	 * Values to find the traces by.
	 */
	private Map<String, String> metadata = new LinkedHashMap<>();

	public @Nullable Mode getMode() {
		return this.mode;
	}

	public void setMode(@Nullable Mode mode) {
		this.mode = mode;
	}

	public @Nullable String getWorkflowName() {
		return this.workflowName;
	}

	public void setWorkflowName(@Nullable String workflowName) {
		this.workflowName = workflowName;
	}

	public @Nullable String getGroupId() {
		return this.groupId;
	}

	public void setGroupId(@Nullable String groupId) {
		this.groupId = groupId;
	}

	public Map<String, String> getMetadata() {
		return this.metadata;
	}

	public void setMetadata(Map<String, String> metadata) {
		this.metadata = metadata;
	}

	/**
	 * Ways to trace.
	 */
	public enum Mode {

		/**
		 * The service chooses all names.
		 */
		AUTO,

		/**
		 * Nothing is traced.
		 */
		NONE

	}

}
