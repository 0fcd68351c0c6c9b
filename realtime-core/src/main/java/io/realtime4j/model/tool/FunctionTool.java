package io.realtime4j.model.tool;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Function of the application, {@code function}.
 *
 * @param name the name that the model calls it by, or {@code null} if absent
 * @param description what it does and when to call it, or {@code null} if absent
 * @param parameters the JSON schema of its parameters, or {@code null} if absent; to be
 * treated as immutable
 * @param strict whether the arguments must follow the schema to the letter, or
 * {@code null} if absent; some servers of the older protocol know it
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record FunctionTool(@Nullable String name, @Nullable String description, @Nullable JsonNode parameters,
		@Nullable Boolean strict, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Tool {

	/**
	 * Create a new {@link FunctionTool} instance.
	 */
	public FunctionTool {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "function";
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
		builder.name = this.name;
		builder.description = this.description;
		builder.parameters = this.parameters;
		builder.strict = this.strict;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link FunctionTool}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String name;

		private @Nullable String description;

		private @Nullable JsonNode parameters;

		private @Nullable Boolean strict;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code name}.
		 * @param name the name that the model calls it by
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Set the member {@code description}.
		 * @param description what it does and when to call it
		 * @return this builder
		 */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/**
		 * Set the member {@code parameters}.
		 * @param parameters the JSON schema of its parameters; to be treated as immutable
		 * @return this builder
		 */
		public Builder parameters(JsonNode parameters) {
			this.parameters = parameters;
			return this;
		}

		/**
		 * Set the member {@code strict}.
		 * @param strict whether the arguments must follow the schema to the letter; some
		 * servers of the older protocol know it
		 * @return this builder
		 */
		public Builder strict(Boolean strict) {
			this.strict = strict;
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
		public FunctionTool build() {
			return new FunctionTool(this.name, this.description, this.parameters, this.strict, this.extra);
		}

	}

}
