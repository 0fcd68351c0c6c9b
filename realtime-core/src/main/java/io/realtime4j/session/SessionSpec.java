package io.realtime4j.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Specification of a session: its settings, and the listeners, tools and limits of its
 * own. <pre class="code">
 * SessionSettings settings = RealtimeSessionSettings.builder()
 *     .model(RealtimeModel.GPT_REALTIME)
 *     .instructions("Be brief.")
 *     .build();
 * SessionSpec spec = SessionSpec.builder(settings)
 *     .greeting(Greeting.ofText("Good morning."))
 *     .build();
 * RealtimeSession own = client.open(spec);
 * </pre>
 *
 * @param settings the settings that the server has to acknowledge, or {@code null} to
 * leave those of a running call as they are
 * @param callId the id of a running WebRTC or SIP call to attach to, or {@code null} for
 * a session of its own
 * @param greeting what the model says first, or {@code null} if it waits until it is
 * spoken to
 * @param failFast whether the session ends when its first connection cannot be opened,
 * even for a reason that may pass
 * @param history how much of the conversation is held in memory
 * @param limits how much waits for the listeners and for the server, or {@code null} for
 * as much as with other sessions of the client
 * @param listeners hear of the session, besides those of the client
 * @param interceptors make what takes part in the session, besides those of the client
 * @param attributes values of the application's own, the first ones of
 * {@link RealtimeSession#attributes()}
 * @param features objects of the libraries that take part in the session, by the types
 * that {@link RealtimeSession#feature} finds them by
 * @since 0.1.0
 */
public record SessionSpec(@Nullable SessionSettings settings, @Nullable String callId, @Nullable Greeting greeting,
		boolean failFast, ConversationLimits history, @Nullable SessionLimits limits, List<RealtimeListener> listeners,
		List<SessionInterceptor.Factory> interceptors, Map<String, Object> attributes, Map<Class<?>, Object> features) {

	/**
	 * Create a new {@link SessionSpec} instance.
	 */
	public SessionSpec {
		if (settings == null && callId == null) {
			throw new IllegalArgumentException("A session needs settings, or the id of a call to attach to");
		}
		if (greeting != null && settings instanceof TranscriptionSessionSettings) {
			throw new IllegalArgumentException(
					"A transcription session cannot have a greeting, since no model speaks in it");
		}
		listeners = List.copyOf(listeners);
		interceptors = List.copyOf(interceptors);
		attributes = Map.copyOf(attributes);
		features = Map.copyOf(features);
	}

	/**
	 * Create a spec with the default limits of the history.
	 * @param settings the settings that the server has to acknowledge, or {@code null}
	 * @param callId the id of a running call to attach to, or {@code null}
	 * @param greeting the words that the model says first, or {@code null}
	 * @param failFast whether the session ends when its first connection cannot be opened
	 * @param listeners hear of the session, besides those of the client
	 * @param interceptors make what takes part in the session
	 * @param attributes values of the application's own
	 */
	public SessionSpec(@Nullable SessionSettings settings, @Nullable String callId, @Nullable Greeting greeting,
			boolean failFast, List<RealtimeListener> listeners, List<SessionInterceptor.Factory> interceptors,
			Map<String, Object> attributes) {
		this(settings, callId, greeting, failFast, ConversationLimits.defaults(), null, listeners, interceptors,
				attributes, Map.of());
	}

	/**
	 * Return an object that a library gave to the session.
	 * @param type the type that it was given by
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	public <T> @Nullable T feature(Class<T> type) {
		return type.cast(this.features.get(type));
	}

	/**
	 * Return the conversation that the session goes on with.
	 * @return the conversation, or {@code null} if it begins with nothing
	 * @see Builder#conversation(Conversation)
	 */
	public @Nullable Conversation conversation() {
		return feature(Conversation.class);
	}

	/**
	 * Return whether the session attaches to a call that the service runs.
	 * @return whether there is a {@link #callId()}
	 */
	public boolean isSideband() {
		return this.callId != null;
	}

	/**
	 * Return a builder that starts from this spec.
	 * @return the builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder(this.settings, this.callId);
		builder.greeting = this.greeting;
		builder.failFast = this.failFast;
		builder.history = this.history;
		builder.limits = this.limits;
		builder.listeners.addAll(this.listeners);
		builder.interceptors.addAll(this.interceptors);
		builder.attributes.putAll(this.attributes);
		builder.features.putAll(this.features);
		return builder;
	}

	/**
	 * Return a spec with only these settings.
	 * @param settings the settings, of either kind
	 * @return the spec
	 */
	public static SessionSpec of(SessionSettings settings) {
		return builder(settings).build();
	}

	/**
	 * Return a builder for a new session.
	 * @param settings the settings, of either kind
	 * @return the builder
	 */
	public static Builder builder(SessionSettings settings) {
		return new Builder(Objects.requireNonNull(settings, "'settings' must not be null"), null);
	}

	/**
	 * Return a builder for a session that attaches to a running call.
	 * @param callId the id of the call, which begins with {@code rtc_}
	 * @return the builder
	 */
	public static Builder sideband(String callId) {
		return new Builder(null, Objects.requireNonNull(callId, "'callId' must not be null"));
	}

	/**
	 * Builder of {@link SessionSpec}.
	 */
	public static final class Builder {

		private @Nullable SessionSettings settings;

		private @Nullable String callId;

		private @Nullable Greeting greeting;

		private boolean failFast;

		private ConversationLimits history = ConversationLimits.defaults();

		private @Nullable SessionLimits limits;

		private final List<RealtimeListener> listeners = new ArrayList<>();

		private final List<SessionInterceptor.Factory> interceptors = new ArrayList<>();

		private final Map<String, Object> attributes = new LinkedHashMap<>();

		private final Map<Class<?>, Object> features = new LinkedHashMap<>();

		private Builder(@Nullable SessionSettings settings, @Nullable String callId) {
			this.settings = settings;
			this.callId = callId;
		}

		/**
		 * Set the settings that the server has to acknowledge.
		 * @param settings the settings
		 * @return this builder
		 */
		public Builder settings(SessionSettings settings) {
			this.settings = settings;
			return this;
		}

		/**
		 * Return the settings so far.
		 * @return the settings, or {@code null} for those of a running call
		 */
		public @Nullable SessionSettings settings() {
			return this.settings;
		}

		/**
		 * Change settings of a session with a model, and keep the others.
		 * @param change changes them
		 * @return this builder
		 * @throws IllegalStateException if the settings are of another kind
		 */
		public Builder settings(Consumer<RealtimeSessionSettings.Builder> change) {
			SessionSettings current = (this.settings != null) ? this.settings
					: RealtimeSessionSettings.builder().build();
			if (!(current instanceof RealtimeSessionSettings realtime)) {
				throw new IllegalStateException("The session is of the type '" + current.type() + "'");
			}
			RealtimeSessionSettings.Builder builder = realtime.toBuilder();
			change.accept(builder);
			this.settings = builder.build();
			return this;
		}

		/**
		 * Change settings of a session that only transcribes, and keep the others.
		 * @param change changes them
		 * @return this builder
		 * @throws IllegalStateException if the settings are of another kind
		 */
		public Builder transcription(Consumer<TranscriptionSessionSettings.Builder> change) {
			if (!(this.settings instanceof TranscriptionSessionSettings transcription)) {
				throw new IllegalStateException("The session is not of the type 'transcription'");
			}
			TranscriptionSessionSettings.Builder builder = transcription.toBuilder();
			change.accept(builder);
			this.settings = builder.build();
			return this;
		}

		/**
		 * Set the call to attach to.
		 * @param callId the id of the call, which begins with {@code rtc_}
		 * @return this builder
		 */
		public Builder callId(String callId) {
			this.callId = callId;
			return this;
		}

		/**
		 * Set the greeting with which the model speaks first.
		 * @param greeting the greeting, or {@code null} for none
		 * @return this builder
		 */
		public Builder greeting(@Nullable Greeting greeting) {
			this.greeting = greeting;
			return this;
		}

		/**
		 * Set whether the session ends when its first connection cannot be opened, even
		 * for a temporary reason, instead of trying again.
		 * @param failFast whether it ends
		 * @return this builder
		 */
		public Builder failFast(boolean failFast) {
			this.failFast = failFast;
			return this;
		}

		/**
		 * Set the limits of the history that is held in memory; by default the
		 * {@linkplain ConversationLimits#defaults() defaults}.
		 * @param history the limits
		 * @return this builder
		 */
		public Builder history(ConversationLimits history) {
			this.history = history;
			return this;
		}

		/**
		 * Return the limits of the history so far.
		 * @return the limits
		 */
		public ConversationLimits history() {
			return this.history;
		}

		/**
		 * Go on with a conversation that was kept: it is the history from the beginning,
		 * the server is told of it when the session opens, and there is no greeting. On a
		 * running call, whose server knows what was said, it is the history alone.
		 * @param conversation the conversation, such as one of
		 * {@link Conversation#of(List)}
		 * @return this builder
		 */
		public Builder conversation(Conversation conversation) {
			return feature(Conversation.class, conversation);
		}

		/**
		 * Set the limits of what is queued for the listeners of this session and for the
		 * server.
		 * @param limits the limits, or {@code null} for those of the client
		 * @return this builder
		 */
		public Builder limits(@Nullable SessionLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Add a listener to this session.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(RealtimeListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Add a listener for one type of events of this session.
		 * @param <E> the type
		 * @param type the type of the events: of one event of the server, of a
		 * {@link SessionEvent}, of tools and of what else takes part in the session, or
		 * one that several have in common
		 * @param listener hears of them
		 * @return this builder
		 * @see VoiceSession#on(Class, Consumer)
		 */
		public <E extends RealtimeMessage> Builder on(Class<E> type, Consumer<? super E> listener) {
			return listener(RealtimeListener.of(type, (session, event) -> listener.accept(event)));
		}

		/**
		 * Add an interceptor to this session, which is called on its control lane.
		 * @param interceptor makes it
		 * @return this builder
		 */
		public Builder interceptor(SessionInterceptor.Factory interceptor) {
			this.interceptors.add(interceptor);
			return this;
		}

		/**
		 * Add an attribute of the application.
		 * @param name the name
		 * @param value the value
		 * @return this builder
		 */
		public Builder attribute(String name, Object value) {
			this.attributes.put(name, value);
			return this;
		}

		/**
		 * Give the session an object of a library that takes part in it. A second one of
		 * the same type takes the place of the first.
		 * @param type the type that it is found by
		 * @param feature the object
		 * @param <T> the type
		 * @return this builder
		 */
		public <T> Builder feature(Class<T> type, T feature) {
			this.features.put(type, feature);
			return this;
		}

		/**
		 * Build the spec.
		 * @return the spec
		 */
		public SessionSpec build() {
			return new SessionSpec(this.settings, this.callId, this.greeting, this.failFast, this.history, this.limits,
					this.listeners, this.interceptors, this.attributes, this.features);
		}

	}

}
