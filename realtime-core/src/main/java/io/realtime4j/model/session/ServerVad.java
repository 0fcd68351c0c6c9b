package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turn detection by voice activity: silence ends a turn, {@code server_vad}.
 *
 * @param threshold how loud counts as speech, 0.0 to 1.0, or {@code null} if absent
 * @param prefixPaddingMs audio kept from before speech began, in ms, or {@code null} if
 * absent
 * @param silenceDurationMs silence that ends a turn, in ms, or {@code null} if absent
 * @param createResponse whether the server answers by itself when a turn ends, or
 * {@code null} if absent
 * @param interruptResponse whether speech cancels an answer that runs, or {@code null} if
 * absent
 * @param idleTimeoutMs silence after which the model asks whether somebody is there, in
 * ms, 5000 to 30000, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ServerVad(@Nullable Double threshold, @Nullable Long prefixPaddingMs, @Nullable Long silenceDurationMs,
		@Nullable Boolean createResponse, @Nullable Boolean interruptResponse, @Nullable Long idleTimeoutMs,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements TurnDetection {

	/**
	 * Create a new {@link ServerVad} instance.
	 */
	public ServerVad {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "server_vad";
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
		builder.threshold = this.threshold;
		builder.prefixPaddingMs = this.prefixPaddingMs;
		builder.silenceDurationMs = this.silenceDurationMs;
		builder.createResponse = this.createResponse;
		builder.interruptResponse = this.interruptResponse;
		builder.idleTimeoutMs = this.idleTimeoutMs;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link ServerVad}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable Double threshold;

		private @Nullable Long prefixPaddingMs;

		private @Nullable Long silenceDurationMs;

		private @Nullable Boolean createResponse;

		private @Nullable Boolean interruptResponse;

		private @Nullable Long idleTimeoutMs;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code threshold}.
		 * @param threshold how loud counts as speech, 0.0 to 1.0
		 * @return this builder
		 */
		public Builder threshold(Double threshold) {
			this.threshold = threshold;
			return this;
		}

		/**
		 * Set the member {@code prefix_padding_ms}.
		 * @param prefixPaddingMs audio kept from before speech began, in ms
		 * @return this builder
		 */
		public Builder prefixPaddingMs(Long prefixPaddingMs) {
			this.prefixPaddingMs = prefixPaddingMs;
			return this;
		}

		/**
		 * Set the member {@code silence_duration_ms}.
		 * @param silenceDurationMs silence that ends a turn, in ms
		 * @return this builder
		 */
		public Builder silenceDurationMs(Long silenceDurationMs) {
			this.silenceDurationMs = silenceDurationMs;
			return this;
		}

		/**
		 * Set the member {@code create_response}.
		 * @param createResponse whether the server answers by itself when a turn ends
		 * @return this builder
		 */
		public Builder createResponse(Boolean createResponse) {
			this.createResponse = createResponse;
			return this;
		}

		/**
		 * Set the member {@code interrupt_response}.
		 * @param interruptResponse whether speech cancels an answer that runs
		 * @return this builder
		 */
		public Builder interruptResponse(Boolean interruptResponse) {
			this.interruptResponse = interruptResponse;
			return this;
		}

		/**
		 * Set the member {@code idle_timeout_ms}.
		 * @param idleTimeoutMs silence after which the model asks whether somebody is
		 * there, in ms, 5000 to 30000
		 * @return this builder
		 */
		public Builder idleTimeoutMs(Long idleTimeoutMs) {
			this.idleTimeoutMs = idleTimeoutMs;
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
		 */
		public ServerVad build() {
			return new ServerVad(this.threshold, this.prefixPaddingMs, this.silenceDurationMs, this.createResponse,
					this.interruptResponse, this.idleTimeoutMs, this.extra);
		}

	}

}
