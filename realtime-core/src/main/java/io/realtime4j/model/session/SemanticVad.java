package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turn detection by what is said: a model judges whether the user has finished,
 * {@code semantic_vad}.
 *
 * @param eagerness how soon the model takes its turn, or {@code null} if absent
 * @param createResponse whether the server answers by itself when a turn ends, or
 * {@code null} if absent
 * @param interruptResponse whether speech cancels an answer that runs, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record SemanticVad(@Nullable Eagerness eagerness, @Nullable Boolean createResponse,
		@Nullable Boolean interruptResponse,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements TurnDetection {

	/**
	 * Create a new {@link SemanticVad} instance.
	 */
	public SemanticVad {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "semantic_vad";
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
		builder.eagerness = this.eagerness;
		builder.createResponse = this.createResponse;
		builder.interruptResponse = this.interruptResponse;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link SemanticVad}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable Eagerness eagerness;

		private @Nullable Boolean createResponse;

		private @Nullable Boolean interruptResponse;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code eagerness}.
		 * @param eagerness how soon the model takes its turn
		 * @return this builder
		 */
		public Builder eagerness(Eagerness eagerness) {
			this.eagerness = eagerness;
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
		public SemanticVad build() {
			return new SemanticVad(this.eagerness, this.createResponse, this.interruptResponse, this.extra);
		}

	}

}
