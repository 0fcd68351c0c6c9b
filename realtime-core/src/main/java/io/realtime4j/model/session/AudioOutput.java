package io.realtime4j.model.session;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.OutputVoice;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of output audio.
 *
 * @param format the format of the audio, or {@code null} if absent
 * @param voice the voice, or {@code null} if absent; fixed once the model has spoken
 * @param speed the speed of speech, 0.25 to 1.5, where 1.0 is normal, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record AudioOutput(@Nullable AudioFormat format, @Nullable OutputVoice voice, @Nullable Double speed,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link AudioOutput} instance.
	 */
	public AudioOutput {
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
		builder.format = this.format;
		builder.voice = this.voice;
		builder.speed = this.speed;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Builder of {@link AudioOutput}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable AudioFormat format;

		private @Nullable OutputVoice voice;

		private @Nullable Double speed;

		private final Map<String, JsonNode> extra = new LinkedHashMap<>();

		private Builder() {
		}

		/**
		 * Set the member {@code format}.
		 * @param format the format of the audio
		 * @return this builder
		 */
		public Builder format(AudioFormat format) {
			this.format = format;
			return this;
		}

		/**
		 * Set the member {@code voice}.
		 * @param voice the voice; fixed once the model has spoken
		 * @return this builder
		 */
		public Builder voice(OutputVoice voice) {
			this.voice = voice;
			return this;
		}

		/**
		 * Set the member {@code speed}.
		 * @param speed the speed of speech, 0.25 to 1.5, where 1.0 is normal
		 * @return this builder
		 */
		public Builder speed(Double speed) {
			this.speed = speed;
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
		public AudioOutput build() {
			return new AudioOutput(this.format, this.voice, this.speed, this.extra);
		}

	}

}
