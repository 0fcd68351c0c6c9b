package io.realtime4j.translation.model;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of a translation session, as a client sends them and a server acknowledges
 * them. In an update, an absent member keeps its value.
 *
 * @param id the id of the session, or {@code null} in what a client sends
 * @param type {@code translation}, or {@code null} in what a client sends
 * @param expiresAt when the session ends, in seconds since 1970 (UTC), or {@code null} if
 * not said
 * @param model the model, fixed by the address of the connection, or {@code null} if
 * absent
 * @param audio the audio settings, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TranslationSettings(@Nullable String id, @Nullable String type, @Nullable Long expiresAt,
		@Nullable TranslationModel model, @Nullable TranslationAudio audio,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link TranslationSettings} instance.
	 */
	public TranslationSettings {
		extra = Copies.extra(extra);
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
		builder.id = this.id;
		builder.type = this.type;
		builder.expiresAt = this.expiresAt;
		builder.model = this.model;
		builder.audio = this.audio;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Return settings that translate into a language, with the defaults of the server and
	 * the default model.
	 * @param language the language to translate into, as an ISO-639-1 code such as
	 * {@code es}
	 * @return the settings
	 */
	public static TranslationSettings into(String language) {
		return builder().audio(TranslationAudio.into(language)).build();
	}

	/**
	 * Return these settings as a change to an existing session.
	 * @return a copy without what is fixed and what only the server says: id, type, end
	 * and model
	 */
	public TranslationSettings asUpdate() {
		return new TranslationSettings(null, null, null, null, this.audio, this.extra);
	}

	/**
	 * Builder of {@link TranslationSettings}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String type;

		private @Nullable Long expiresAt;

		private @Nullable TranslationModel model;

		private @Nullable TranslationAudio audio;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code id}.
		 * @param id the id of the session
		 * @return this builder
		 */
		public Builder id(String id) {
			this.id = id;
			return this;
		}

		/**
		 * Set the member {@code type}.
		 * @param type {@code translation}
		 * @return this builder
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Set the member {@code expires_at}.
		 * @param expiresAt when the session ends, in seconds since 1970 (UTC)
		 * @return this builder
		 */
		public Builder expiresAt(Long expiresAt) {
			this.expiresAt = expiresAt;
			return this;
		}

		/**
		 * Set the member {@code model}.
		 * @param model the model, fixed by the address of the connection
		 * @return this builder
		 */
		public Builder model(TranslationModel model) {
			this.model = model;
			return this;
		}

		/**
		 * Set the member {@code audio}.
		 * @param audio the audio settings
		 * @return this builder
		 */
		public Builder audio(TranslationAudio audio) {
			this.audio = audio;
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
		public TranslationSettings build() {
			return new TranslationSettings(this.id, this.type, this.expiresAt, this.model, this.audio, this.extra);
		}

	}

}
