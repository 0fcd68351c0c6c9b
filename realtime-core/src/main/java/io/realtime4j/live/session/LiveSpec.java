package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.context.SessionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Specification of a live session: its settings and its listeners.
 *
 * @param settings the settings that the session starts with; the model is required,
 * unless the session is attached to another one
 * @param attachedTo the id, as the server says it, of a session that is there already and
 * that this one watches and steers over a sideband connection, or {@code null} to start a
 * session
 * @param greeting what the model shall say first, or {@code null} if it waits for the
 * person
 * @param hangUpAfter how long nobody may say anything before the session is closed by
 * {@link ClosedForSilence}, or {@code null} for ever
 * @param history how much of what was said is held in memory
 * @param limits how much waits for the listeners and for the server, or {@code null} for
 * as much as with other sessions of the client
 * @param listeners hear of the session, besides those of the client
 * @param interceptors make what takes part in the session, besides those of the client
 * @param attributes values of the application's own, the first ones of
 * {@link LiveSession#attributes()}
 * @param features objects of the libraries that take part in the session, by the types
 * that {@link LiveSession#feature} finds them by
 * @since 0.1.0
 */
public record LiveSpec(LiveSettings settings, @Nullable String attachedTo, @Nullable String greeting,
		@Nullable Duration hangUpAfter, ConversationLimits history, @Nullable SessionLimits limits,
		List<LiveListener> listeners, List<LiveInterceptor.Factory> interceptors, Map<String, Object> attributes,
		Map<Class<?>, Object> features) implements SessionTraits {

	/**
	 * Create a new {@link LiveSpec} instance.
	 */
	public LiveSpec {
		if (settings.model() == null && attachedTo == null) {
			throw new IllegalArgumentException("A live session needs a model");
		}
		if (greeting != null && greeting.isBlank()) {
			throw new IllegalArgumentException("'greeting' must not be blank");
		}
		if (hangUpAfter != null && (hangUpAfter.isNegative() || hangUpAfter.isZero())) {
			throw new IllegalArgumentException("'hangUpAfter' must be more than zero");
		}
		listeners = List.copyOf(listeners);
		interceptors = List.copyOf(interceptors);
		attributes = Map.copyOf(attributes);
		features = Map.copyOf(features);
	}

	/**
	 * Create a spec without features.
	 * @param settings the settings, with a model
	 * @param listeners hear of the session, besides those of the client
	 * @param attributes values of the application's own
	 */
	public LiveSpec(LiveSettings settings, List<LiveListener> listeners, Map<String, Object> attributes) {
		this(settings, null, null, null, ConversationLimits.defaults(), null, listeners, List.of(), attributes,
				Map.of());
	}

	/**
	 * Return an object that a library gave to the session.
	 * @param type the type that it was given by
	 * @param <T> the type
	 * @return the object, or {@code null} if there is none of this type
	 */
	@Override
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
	 * Return a builder that starts from this spec.
	 * @return the builder
	 */
	public Builder toBuilder() {
		return toBuilder(this.settings, this.attachedTo);
	}

	private Builder toBuilder(LiveSettings settings, @Nullable String attachedTo) {
		Builder builder = new Builder(settings, attachedTo);
		builder.greeting = this.greeting;
		builder.hangUpAfter = this.hangUpAfter;
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
	 * @param settings the settings, with a model
	 * @return the spec
	 */
	public static LiveSpec of(LiveSettings settings) {
		return builder(settings).build();
	}

	/**
	 * Return a builder.
	 * @param settings the settings, with a model
	 * @return the builder
	 */
	public static Builder builder(LiveSettings settings) {
		return new Builder(settings, null);
	}

	/**
	 * Return a builder of a session that watches and steers another one, such as one of a
	 * WebRTC connection or of a telephone. It hears all events and what both sides say,
	 * sends no audio of the person, and leaves the other one as it is when it closes.
	 * @param sessionId the id of the other session, as the server says it
	 * @return the builder
	 */
	public static Builder attachedTo(String sessionId) {
		return new Builder(LiveSettings.builder().build(), sessionId);
	}

	/**
	 * Return a spec for a session that the server has started with these settings
	 * already, such as that of a telephone call which was accepted. Audio is PCM at 24
	 * kHz there, whatever the format of the other session is.
	 * @param sessionId the id of the other session, as the server says it
	 * @return the spec, with the same listeners, interceptors, attributes and features
	 * @see #attachedTo(String)
	 */
	public LiveSpec attached(String sessionId) {
		return toBuilder(this.settings.asAccept(), sessionId).build();
	}

	boolean isAttached() {
		return this.attachedTo != null;
	}

	/**
	 * Builder of {@link LiveSpec}.
	 */
	public static final class Builder {

		private LiveSettings settings;

		private final @Nullable String attachedTo;

		private @Nullable String greeting;

		private @Nullable Duration hangUpAfter;

		private ConversationLimits history = ConversationLimits.defaults();

		private @Nullable SessionLimits limits;

		private final List<LiveListener> listeners = new ArrayList<>();

		private final List<LiveInterceptor.Factory> interceptors = new ArrayList<>();

		private final Map<String, Object> attributes = new LinkedHashMap<>();

		private final Map<Class<?>, Object> features = new LinkedHashMap<>();

		private Builder(LiveSettings settings, @Nullable String attachedTo) {
			this.settings = settings;
			this.attachedTo = attachedTo;
		}

		/**
		 * Return the settings so far.
		 * @return the settings
		 */
		public LiveSettings settings() {
			return this.settings;
		}

		/**
		 * Change settings, and keep the others.
		 * @param change changes them
		 * @return this builder
		 */
		public Builder settings(Consumer<LiveSettings.Builder> change) {
			LiveSettings.Builder builder = this.settings.toBuilder();
			change.accept(builder);
			this.settings = builder.build();
			return this;
		}

		/**
		 * Have the model say something first, by {@code session.commentary.append}. A
		 * session that goes on after its connection was lost does not say it again.
		 * @param greeting what to say, at most 500 tokens
		 * @return this builder
		 */
		public Builder greeting(String greeting) {
			this.greeting = greeting;
			return this;
		}

		/**
		 * Close the session when nobody has said anything for a time and no delegated
		 * work is under way. Silence costs as much as speech.
		 * @param silence how long nobody may say anything; it may be longer by a quarter
		 * @return this builder
		 */
		public Builder hangUpAfter(Duration silence) {
			this.hangUpAfter = silence;
			return this;
		}

		/**
		 * Set how much of what was said is held in memory: the history, and the turns.
		 * @param history the limits; by default 10,000 turns and 32 MiB
		 * @return this builder
		 */
		public Builder history(ConversationLimits history) {
			this.history = history;
			return this;
		}

		/**
		 * Return how much of what was said is held in memory.
		 * @return the limits
		 */
		public ConversationLimits history() {
			return this.history;
		}

		/**
		 * Go on with a conversation that was kept: it is the history from the beginning,
		 * the server starts with its words, and there is no greeting. Of a long one the
		 * server is told the end, of texts only. On a session that is attached to another
		 * one, whose server knows what was said, it is the history alone.
		 * @param conversation the conversation, such as one of
		 * {@link Conversation#of(List)}
		 * @return this builder
		 */
		public Builder conversation(Conversation conversation) {
			return feature(Conversation.class, conversation);
		}

		/**
		 * Set how much waits for the listeners and for the server.
		 * @param limits the limits; by default those of the client
		 * @return this builder
		 */
		public Builder limits(SessionLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Add a listener for one type of events of this session.
		 * @param <E> the type
		 * @param type the type of the events
		 * @param listener hears of them
		 * @return this builder
		 * @see io.realtime4j.session.VoiceSession#on(Class, Consumer)
		 */
		public <E extends RealtimeMessage> Builder on(Class<E> type, Consumer<? super E> listener) {
			return listener(LiveListener.of(type, (session, event) -> listener.accept(event)));
		}

		/**
		 * Add a listener to this session.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(LiveListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Add what takes part in this session, after those of the client.
		 * @param interceptor makes the interceptor
		 * @return this builder
		 */
		public Builder interceptor(LiveInterceptor.Factory interceptor) {
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
		 * @throws IllegalArgumentException if the settings name no model, or the greeting
		 * is blank
		 */
		public LiveSpec build() {
			return new LiveSpec(this.settings, this.attachedTo, this.greeting, this.hangUpAfter, this.history,
					this.limits, this.listeners, this.interceptors, this.attributes, this.features);
		}

	}

}
