package io.realtime4j.simulator.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reply of a model.
 *
 * @param parts the items of the answer, in order
 * @param delay how long the model thinks before its first word
 * @param wordPause how long it pauses after each word, on top of the pace of the
 * simulator
 * @param end how the response ends after its parts
 */
public record ModelReply(List<ReplyPart> parts, Duration delay, Duration wordPause, ReplyEnd end) {

	/**
	 * Create a new {@link ModelReply} instance.
	 */
	public ModelReply {
		parts = List.copyOf(parts);
	}

	/**
	 * Return a reply with a text.
	 * @param text the words
	 * @return the reply
	 */
	public static ModelReply text(String text) {
		return builder().text(text).build();
	}

	/**
	 * Return a reply without content.
	 * @param end how the response ends, such as {@link ReplyEnd#quotaExceeded()}
	 * @return the reply
	 */
	public static ModelReply ending(ReplyEnd end) {
		return builder().end(end).build();
	}

	/**
	 * Return a builder.
	 * @return a builder of a reply that is empty and completes
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link ModelReply}.
	 */
	public static final class Builder {

		private final List<ReplyPart> parts = new ArrayList<>();

		private Duration delay = Duration.ZERO;

		private Duration wordPause = Duration.ZERO;

		private ReplyEnd end = ReplyEnd.completed();

		private Builder() {
		}

		/**
		 * Add a text, which the voice of the simulator speaks in a spoken response.
		 * @param text the words
		 * @return this builder
		 */
		public Builder text(String text) {
			this.parts.add(new ReplyPart.Message(text, null));
			return this;
		}

		/**
		 * Add a text with its own audio.
		 * @param transcript the words
		 * @param pcm their sound as PCM16, 24 kHz, mono, little-endian
		 * @return this builder
		 */
		public Builder audio(String transcript, byte[] pcm) {
			this.parts.add(new ReplyPart.Message(transcript, pcm));
			return this;
		}

		/**
		 * Call a tool.
		 * @param name the name of the tool
		 * @param arguments the arguments as they are sent, usually a JSON object
		 * @return this builder
		 */
		public Builder call(String name, String arguments) {
			return call(name, arguments, null);
		}

		/**
		 * Call a tool.
		 * @param name the name of the tool
		 * @param arguments the arguments as they are sent, usually a JSON object
		 * @param callId the identifier of the call, or {@code null} to make one
		 * @return this builder
		 */
		public Builder call(String name, String arguments, @Nullable String callId) {
			this.parts.add(new ReplyPart.Call(name, arguments, callId));
			return this;
		}

		/**
		 * Set a delay before the first word.
		 * @param delay how long
		 * @return this builder
		 */
		public Builder delay(Duration delay) {
			this.delay = delay;
			return this;
		}

		/**
		 * Set a pause after each word.
		 * @param pause how long
		 * @return this builder
		 */
		public Builder wordPause(Duration pause) {
			this.wordPause = pause;
			return this;
		}

		/**
		 * Fail after the parts.
		 * @param type the type of the error, such as {@code server_error}
		 * @param code the code of the error, if any
		 * @param message the message of the error
		 * @return this builder
		 */
		public Builder failed(String type, @Nullable String code, String message) {
			return end(ReplyEnd.failed(type, code, message));
		}

		/**
		 * End as incomplete after the parts.
		 * @param reason {@code max_output_tokens} or {@code content_filter}
		 * @return this builder
		 */
		public Builder incomplete(String reason) {
			return end(ReplyEnd.incomplete(reason));
		}

		/**
		 * Set the end of the reply.
		 * @param end the status and its details
		 * @return this builder
		 */
		public Builder end(ReplyEnd end) {
			this.end = end;
			return this;
		}

		/**
		 * Build the reply.
		 * @return a new reply
		 */
		public ModelReply build() {
			return new ModelReply(this.parts, this.delay, this.wordPause, this.end);
		}

	}

}
