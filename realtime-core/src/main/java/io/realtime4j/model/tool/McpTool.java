package io.realtime4j.model.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Hosted MCP server, which the service itself calls, {@code mcp}. The authorization and
 * the headers are secrets: they never appear in {@code toString}.
 *
 * @param serverLabel the label that calls name the server by
 * @param serverUrl the URL of the server, or {@code null} if absent
 * @param connectorId a connector in place of a URL, or {@code null} if absent
 * @param tunnelId a tunnel in place of a URL, or {@code null} if absent
 * @param authorization the OAuth access token for the server, or {@code null} if absent
 * @param serverDescription what the server offers, or {@code null} if absent
 * @param headers headers for the server, or {@code null} if absent
 * @param allowedTools the tools that may be called, or {@code null} for all
 * @param allowedCallers who may call, or {@code null} if absent
 * @param requireApproval which calls need approval, or {@code null} for all
 * @param deferLoading whether the tools are loaded when first needed, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record McpTool(String serverLabel, @Nullable String serverUrl, @Nullable McpConnector connectorId,
		@Nullable String tunnelId, @Nullable String authorization, @Nullable String serverDescription,
		@Nullable Map<String, String> headers, @Nullable AllowedTools allowedTools,
		@Nullable List<AllowedCaller> allowedCallers, @Nullable ApprovalPolicy requireApproval,
		@Nullable Boolean deferLoading, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Tool {

	/**
	 * Create a new {@link McpTool} instance.
	 */
	public McpTool {
		Objects.requireNonNull(serverLabel, "'serverLabel' must not be null");
		headers = Copies.nullableMap(headers);
		allowedCallers = Copies.nullableList(allowedCallers);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "mcp";
	}

	/**
	 * Return a builder with no member set.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that starts from these members.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder();
		builder.serverLabel = this.serverLabel;
		builder.serverUrl = this.serverUrl;
		builder.connectorId = this.connectorId;
		builder.tunnelId = this.tunnelId;
		builder.authorization = this.authorization;
		builder.serverDescription = this.serverDescription;
		builder.headers = this.headers;
		builder.allowedTools = this.allowedTools;
		builder.allowedCallers = this.allowedCallers;
		builder.requireApproval = this.requireApproval;
		builder.deferLoading = this.deferLoading;
		builder.extra.putAll(this.extra);
		return builder;
	}

	@Override
	public String toString() {
		return "McpTool[serverLabel=" + this.serverLabel + ", serverUrl=" + this.serverUrl + ", connectorId="
				+ this.connectorId + ", tunnelId=" + this.tunnelId + ", authorization="
				+ Secrets.mask(this.authorization) + ", serverDescription=" + this.serverDescription + ", headers="
				+ Secrets.mask(this.headers) + ", allowedTools=" + this.allowedTools + ", allowedCallers="
				+ this.allowedCallers + ", requireApproval=" + this.requireApproval + ", deferLoading="
				+ this.deferLoading + "]";
	}

	/**
	 * Builder of {@link McpTool}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String serverLabel;

		private @Nullable String serverUrl;

		private @Nullable McpConnector connectorId;

		private @Nullable String tunnelId;

		private @Nullable String authorization;

		private @Nullable String serverDescription;

		private @Nullable Map<String, String> headers;

		private @Nullable AllowedTools allowedTools;

		private @Nullable List<AllowedCaller> allowedCallers;

		private @Nullable ApprovalPolicy requireApproval;

		private @Nullable Boolean deferLoading;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code server_label}.
		 * @param serverLabel the label that calls name the server by
		 * @return this builder
		 */
		public Builder serverLabel(String serverLabel) {
			this.serverLabel = serverLabel;
			return this;
		}

		/**
		 * Set the member {@code server_url}.
		 * @param serverUrl the URL of the server
		 * @return this builder
		 */
		public Builder serverUrl(String serverUrl) {
			this.serverUrl = serverUrl;
			return this;
		}

		/**
		 * Set the member {@code connector_id}.
		 * @param connectorId a connector in place of a URL
		 * @return this builder
		 */
		public Builder connectorId(McpConnector connectorId) {
			this.connectorId = connectorId;
			return this;
		}

		/**
		 * Set the member {@code tunnel_id}.
		 * @param tunnelId a tunnel in place of a URL
		 * @return this builder
		 */
		public Builder tunnelId(String tunnelId) {
			this.tunnelId = tunnelId;
			return this;
		}

		/**
		 * Set the member {@code authorization}.
		 * @param authorization the OAuth access token for the server
		 * @return this builder
		 */
		public Builder authorization(String authorization) {
			this.authorization = authorization;
			return this;
		}

		/**
		 * Set the member {@code server_description}.
		 * @param serverDescription what the server offers
		 * @return this builder
		 */
		public Builder serverDescription(String serverDescription) {
			this.serverDescription = serverDescription;
			return this;
		}

		/**
		 * Set the member {@code headers}.
		 * @param headers headers for the server
		 * @return this builder
		 */
		public Builder headers(Map<String, String> headers) {
			this.headers = headers;
			return this;
		}

		/**
		 * Set the member {@code allowed_tools}.
		 * @param allowedTools the tools that may be called; all of them if it is not set
		 * @return this builder
		 */
		public Builder allowedTools(AllowedTools allowedTools) {
			this.allowedTools = allowedTools;
			return this;
		}

		/**
		 * Set the member {@code allowed_callers}.
		 * @param allowedCallers who may call
		 * @return this builder
		 */
		public Builder allowedCallers(List<? extends AllowedCaller> allowedCallers) {
			this.allowedCallers = List.copyOf(allowedCallers);
			return this;
		}

		/**
		 * Set the member {@code require_approval}.
		 * @param requireApproval which calls need approval; all of them if it is not set
		 * @return this builder
		 */
		public Builder requireApproval(ApprovalPolicy requireApproval) {
			this.requireApproval = requireApproval;
			return this;
		}

		/**
		 * Set the member {@code defer_loading}.
		 * @param deferLoading whether the tools are loaded when first needed
		 * @return this builder
		 */
		public Builder deferLoading(Boolean deferLoading) {
			this.deferLoading = deferLoading;
			return this;
		}

		/**
		 * Add a member that this library does not know; it is sent as it is.
		 * @param name the name on the wire
		 * @param value the value
		 * @return this builder
		 */
		public Builder extra(String name, JsonNode value) {
			this.extra.put(name, value);
			return this;
		}

		/**
		 * Build the value.
		 * @return the value
		 * @throws NullPointerException if {@code serverLabel} is not set
		 */
		public McpTool build() {
			return new McpTool(Objects.requireNonNull(this.serverLabel, "'serverLabel' must be set"), this.serverUrl,
					this.connectorId, this.tunnelId, this.authorization, this.serverDescription, this.headers,
					this.allowedTools, this.allowedCallers, this.requireApproval, this.deferLoading, this.extra);
		}

	}

}
