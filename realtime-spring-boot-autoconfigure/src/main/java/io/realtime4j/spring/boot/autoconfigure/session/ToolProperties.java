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
	 * Longest time that a call may run when its tool does not say.
	 */
	private Duration timeout = Duration.ofSeconds(60);

	/**
	 * Time after which a call that nobody approved is denied, when its tool does not say.
	 */
	private Duration approvalTimeout = Duration.ofSeconds(60);

	/**
	 * How many characters of an output the model is told at most. What is longer is cut,
	 * and the model told so.
	 */
	private int maxOutputLength = 32_768;

	/**
	 * Hosted MCP servers, which the service calls by itself, by their labels.
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
