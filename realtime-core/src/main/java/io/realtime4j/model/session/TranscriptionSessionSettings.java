package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of a session that only transcribes, {@code transcription}. In an update, an
 * absent member keeps its value.
 *
 * @param id the id of the session, or {@code null} in what a client sends
 * @param object {@code realtime.session}, or {@code null} in what a client sends
 * @param expiresAt when the session ends, in seconds since 1970 (UTC), or {@code null} if
 * not said
 * @param audio the audio settings, of the input only, or {@code null} if absent
 * @param include additional members for the server to send, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record TranscriptionSessionSettings(@Nullable String id, @Nullable String object, @Nullable Long expiresAt,
		@Nullable SessionAudio audio, @Nullable List<Include> include,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements SessionSettings {

	/**
	 * Create a new {@link TranscriptionSessionSettings} instance.
	 */
	public TranscriptionSessionSettings {
		include = Copies.nullableList(include);
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "transcription";
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
		builder.object = this.object;
		builder.expiresAt = this.expiresAt;
		builder.audio = this.audio;
		builder.include = this.include;
		builder.extra.putAll(this.extra);
		return builder;
	}

	@Override
	public TranscriptionSessionSettings asUpdate() {
		Builder builder = toBuilder();
		builder.id = null;
		builder.object = null;
		builder.expiresAt = null;
		return builder.build();
	}

	/**
	 * Builder of {@link TranscriptionSessionSettings}. A member that is not set is not
	 * sent. What is set so far is read from {@link #build()}.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String object;

		private @Nullable Long expiresAt;

		private @Nullable SessionAudio audio;

		private @Nullable List<Include> include;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code id}.
		 * @param id the id of the session, which the server assigns
		 * @return this builder
		 */
		public Builder id(String id) {
			this.id = id;
			return this;
		}

		/**
		 * Set the member {@code object}.
		 * @param object {@code realtime.session}, which the server sends
		 * @return this builder
		 */
		public Builder object(String object) {
			this.object = object;
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
		 * Set the member {@code audio}.
		 * @param audio the audio settings, of the input only
		 * @return this builder
		 */
		public Builder audio(SessionAudio audio) {
			this.audio = audio;
			return this;
		}

		/**
		 * Change settings of the input audio, and keep the others.
		 * @param change changes them
		 * @return this builder
		 */
		public Builder audioInput(Consumer<AudioInput.Builder> change) {
			this.audio = SessionAudio.withInput(this.audio, change);
			return this;
		}

		/**
		 * Set the member {@code include}.
		 * @param include additional members for the server to send
		 * @return this builder
		 */
		public Builder include(List<? extends Include> include) {
			this.include = List.copyOf(include);
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
		public TranscriptionSessionSettings build() {
			return new TranscriptionSessionSettings(this.id, this.object, this.expiresAt, this.audio, this.include,
					this.extra);
		}

	}

}
