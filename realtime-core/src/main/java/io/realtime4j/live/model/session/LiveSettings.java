package io.realtime4j.live.model.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.decision.DecisionTrigger;
import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.model.Toggle;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The settings of a live session, as a client sends them and a server acknowledges them.
 * Only the delegation and the triggers can change later; a fork takes the format of the
 * audio, the client, the delegation and the store only.
 *
 * @param id the id of the session, or {@code null} in what a client sends
 * @param status {@code active}, or {@code null} in what a client sends
 * @param expiresAt when the session ends, in seconds since 1970 (UTC), or {@code null} if
 * not said
 * @param model the model, or {@code null} if absent
 * @param audio audio settings, or {@code null} if absent
 * @param instructions the instructions of the model, at most 16384 tokens, or
 * {@code null} if absent
 * @param input the conversation so far, at most 128 messages, or {@code null} if absent
 * @param delegation who does the work that takes longer than speech, off, or {@code null}
 * if absent
 * @param triggers events on which questions are decided, or {@code null} if absent
 * @param store whether the session is kept, so that it can be forked and its recording be
 * read, or {@code null} if absent
 * @param client what the page at the other end of a WebRTC connection may do, or
 * {@code null} if absent
 * @param safetyIdentifier a stable name for the person, by which the service tells misuse
 * apart, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveSettings(@Nullable String id, @Nullable String status, @Nullable Long expiresAt,
		@Nullable LiveModel model, @Nullable LiveAudio audio, @Nullable String instructions,
		@Nullable List<InitialItem> input, @Nullable Toggle<DelegationSettings> delegation,
		@Nullable List<DecisionTrigger> triggers, @Nullable Boolean store, @Nullable LiveClientSettings client,
		@Nullable String safetyIdentifier, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveSettings} instance.
	 */
	public LiveSettings {
		input = Copies.nullableList(input);
		triggers = Copies.nullableList(triggers);
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
		builder.status = this.status;
		builder.expiresAt = this.expiresAt;
		builder.model = this.model;
		builder.audio = this.audio;
		builder.instructions = this.instructions;
		builder.input = this.input;
		builder.delegation = this.delegation;
		builder.triggers = this.triggers;
		builder.store = this.store;
		builder.client = this.client;
		builder.safetyIdentifier = this.safetyIdentifier;
		builder.extra.putAll(this.extra);
		return builder;
	}

	/**
	 * Return settings of a model that leave the rest to the server.
	 * @param model the model
	 * @return the settings
	 */
	public static LiveSettings of(LiveModel model) {
		return builder().model(model).build();
	}

	/**
	 * Return the part of these settings that can be changed in an existing session.
	 * @return settings with the delegation and the triggers alone
	 */
	public LiveSettings asUpdate() {
		return new LiveSettings(null, null, null, null, null, null, null, this.delegation, this.triggers, null, null,
				null, Map.of());
	}

	/**
	 * Return the part of these settings with which an incoming call is accepted: all but
	 * the format of the audio, which is that of the call, and what a page may do.
	 * @return settings for a call
	 */
	public LiveSettings asAccept() {
		LiveAudio spoken = (this.audio != null && this.audio.output() != null)
				? new LiveAudio(null, this.audio.output(), this.audio.extra()) : null;
		return new LiveSettings(null, null, null, this.model, spoken, this.instructions, this.input, this.delegation,
				this.triggers, this.store, null, this.safetyIdentifier, this.extra);
	}

	/**
	 * Builder of {@link LiveSettings}. A member that is not set is not sent.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String status;

		private @Nullable Long expiresAt;

		private @Nullable LiveModel model;

		private @Nullable LiveAudio audio;

		private @Nullable String instructions;

		private @Nullable List<InitialItem> input;

		private @Nullable Toggle<DelegationSettings> delegation;

		private @Nullable List<DecisionTrigger> triggers;

		private @Nullable Boolean store;

		private @Nullable LiveClientSettings client;

		private @Nullable String safetyIdentifier;

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
		 * Set the member {@code status}.
		 * @param status {@code active}
		 * @return this builder
		 */
		public Builder status(String status) {
			this.status = status;
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
		 * @param model the model
		 * @return this builder
		 */
		public Builder model(LiveModel model) {
			this.model = model;
			return this;
		}

		/**
		 * Set the member {@code audio}.
		 * @param audio audio settings
		 * @return this builder
		 */
		public Builder audio(LiveAudio audio) {
			this.audio = audio;
			return this;
		}

		/**
		 * Set the member {@code instructions}.
		 * @param instructions the instructions of the model, at most 16384 tokens
		 * @return this builder
		 */
		public Builder instructions(String instructions) {
			this.instructions = instructions;
			return this;
		}

		/**
		 * Set the member {@code input}.
		 * @param input the conversation so far, at most 128 messages
		 * @return this builder
		 */
		public Builder input(List<InitialItem> input) {
			this.input = input;
			return this;
		}

		/**
		 * Set the member {@code delegation}.
		 * @param delegation who does the work that takes longer than speech
		 * @return this builder
		 */
		public Builder delegation(DelegationSettings delegation) {
			this.delegation = Toggle.on(delegation);
			return this;
		}

		/**
		 * Turn the setting off: send {@code delegation} as {@code null}.
		 * @return this builder
		 */
		public Builder delegationOff() {
			this.delegation = Toggle.off();
			return this;
		}

		/**
		 * Set the member {@code triggers}.
		 * @param triggers events on which questions are decided
		 * @return this builder
		 */
		public Builder triggers(List<DecisionTrigger> triggers) {
			this.triggers = triggers;
			return this;
		}

		/**
		 * Set the member {@code store}.
		 * @param store whether the session is kept, so that it can be forked and its
		 * recording be read
		 * @return this builder
		 */
		public Builder store(Boolean store) {
			this.store = store;
			return this;
		}

		/**
		 * Set the member {@code client}.
		 * @param client what the page at the other end of a WebRTC connection may do
		 * @return this builder
		 */
		public Builder client(LiveClientSettings client) {
			this.client = client;
			return this;
		}

		/**
		 * Set the member {@code safety_identifier}.
		 * @param safetyIdentifier a stable name for the person, by which the service
		 * tells misuse apart
		 * @return this builder
		 */
		public Builder safetyIdentifier(String safetyIdentifier) {
			this.safetyIdentifier = safetyIdentifier;
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
		public LiveSettings build() {
			return new LiveSettings(this.id, this.status, this.expiresAt, this.model, this.audio, this.instructions,
					this.input, this.delegation, this.triggers, this.store, this.client, this.safetyIdentifier,
					this.extra);
		}

	}

}
