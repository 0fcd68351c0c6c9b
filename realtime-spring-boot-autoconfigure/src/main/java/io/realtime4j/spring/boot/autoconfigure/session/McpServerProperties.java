package io.realtime4j.spring.boot.autoconfigure.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Properties for a hosted MCP server.
 *
 * @since 0.1.0
 */
public class McpServerProperties {

	/**
	 * URL of the server, as the service reaches it.
	 */
	private @Nullable String url;

	/**
	 * Connector of the service, instead of a URL.
	 */
	private @Nullable String connectorId;

	/**
	 * Tunnel of the service, instead of a URL.
	 */
	private @Nullable String tunnelId;

	/**
	 * Description of what the server offers, for the model.
	 */
	private @Nullable String description;

	/**
	 * OAuth access token for the server.
	 */
	private @Nullable String authorization;

	/**
	 * Headers for the server, whose values are secrets.
	 */
	private Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * Comma-separated list of tools that may be called. All tools by default.
	 */
	private @Nullable List<String> allowedTools;

	/**
	 * Calls that require the application's approval. All calls by default.
	 */
	private @Nullable Approval requireApproval;

	/**
	 * Comma-separated list of tools that always require approval.
	 */
	private @Nullable List<String> alwaysApprove;

	/**
	 * Comma-separated list of tools that never require approval.
	 */
	private @Nullable List<String> neverApprove;

	/**
	 * Whether the tools are loaded when they are first needed.
	 */
	private @Nullable Boolean deferLoading;

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getConnectorId() {
		return this.connectorId;
	}

	public void setConnectorId(@Nullable String connectorId) {
		this.connectorId = connectorId;
	}

	public @Nullable String getTunnelId() {
		return this.tunnelId;
	}

	public void setTunnelId(@Nullable String tunnelId) {
		this.tunnelId = tunnelId;
	}

	public @Nullable String getDescription() {
		return this.description;
	}

	public void setDescription(@Nullable String description) {
		this.description = description;
	}

	public @Nullable String getAuthorization() {
		return this.authorization;
	}

	public void setAuthorization(@Nullable String authorization) {
		this.authorization = authorization;
	}

	public Map<String, String> getHeaders() {
		return this.headers;
	}

	public void setHeaders(Map<String, String> headers) {
		this.headers = headers;
	}

	public @Nullable List<String> getAllowedTools() {
		return this.allowedTools;
	}

	public void setAllowedTools(@Nullable List<String> allowedTools) {
		this.allowedTools = allowedTools;
	}

	public @Nullable Approval getRequireApproval() {
		return this.requireApproval;
	}

	public void setRequireApproval(@Nullable Approval requireApproval) {
		this.requireApproval = requireApproval;
	}

	public @Nullable List<String> getAlwaysApprove() {
		return this.alwaysApprove;
	}

	public void setAlwaysApprove(@Nullable List<String> alwaysApprove) {
		this.alwaysApprove = alwaysApprove;
	}

	public @Nullable List<String> getNeverApprove() {
		return this.neverApprove;
	}

	public void setNeverApprove(@Nullable List<String> neverApprove) {
		this.neverApprove = neverApprove;
	}

	public @Nullable Boolean getDeferLoading() {
		return this.deferLoading;
	}

	public void setDeferLoading(@Nullable Boolean deferLoading) {
		this.deferLoading = deferLoading;
	}

	/**
	 * Which calls need approval.
	 */
	public enum Approval {

		/**
		 * All calls.
		 */
		ALWAYS,

		/**
		 * No call.
		 */
		NEVER

	}

}
