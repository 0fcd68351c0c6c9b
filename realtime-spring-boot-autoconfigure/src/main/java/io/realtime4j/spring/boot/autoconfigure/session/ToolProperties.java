package io.realtime4j.spring.boot.autoconfigure.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Properties for the tools that the model may call.
 *
 * @since 0.1.0
 */
public class ToolProperties {

	/**
	 * Maximum time for a call of a tool that has no time-out of its own.
	 */
	private Duration timeout = Duration.ofSeconds(60);

	/**
	 * Time after which a call without a decision is denied, for tools that have no
	 * approval time-out of their own.
	 */
	private Duration approvalTimeout = Duration.ofSeconds(60);

	/**
	 * Maximum number of characters of an output. Longer outputs are truncated, with a
	 * note to the model.
	 */
	private int maxOutputLength = 32_768;

	/**
	 * Hosted MCP servers, which the service itself calls, by label.
	 */
	private Map<String, McpServerProperties> mcp = new LinkedHashMap<>();

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public Duration getApprovalTimeout() {
		return this.approvalTimeout;
	}

	public void setApprovalTimeout(Duration approvalTimeout) {
		this.approvalTimeout = approvalTimeout;
	}

	public int getMaxOutputLength() {
		return this.maxOutputLength;
	}

	public void setMaxOutputLength(int maxOutputLength) {
		this.maxOutputLength = maxOutputLength;
	}

	public Map<String, McpServerProperties> getMcp() {
		return this.mcp;
	}

	public void setMcp(Map<String, McpServerProperties> mcp) {
		this.mcp = mcp;
	}

}
