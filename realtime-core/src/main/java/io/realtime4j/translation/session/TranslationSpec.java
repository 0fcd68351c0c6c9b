package io.realtime4j.translation.session;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.transport.EndpointUris;
import org.jspecify.annotations.Nullable;

/**
 * Specification of a translation session: its settings and its listeners.
 *
 * @param settings the settings that the server has to acknowledge; without a model, that
 * of the address counts, or else {@link TranslationModel#GPT_REALTIME_TRANSLATE}
 * @param listeners hear of the session, besides those of the client
 * @param attributes values of the application's own, the first ones of
 * {@link TranslationSession#attributes()}
 * @param features objects of the libraries that take part in the session, by the types
 * that {@link TranslationSession#feature} finds them by
 * @since 0.1.0
 */
public record TranslationSpec(TranslationSettings settings, List<TranslationListener> listeners,
		Map<String, Object> attributes, Map<Class<?>, Object> features) {

	/**
	 * Create a new {@link TranslationSpec} instance.
	 */
	public TranslationSpec {
		listeners = List.copyOf(listeners);
		attributes = Map.copyOf(attributes);
		features = Map.copyOf(features);
	}

	/**
	 * Create a spec without features.
	 * @param settings the settings
	 * @param listeners hear of the session, besides those of the client
	 * @param attributes values of the application's own
	 */
	public TranslationSpec(TranslationSettings settings, List<TranslationListener> listeners,
			Map<String, Object> attributes) {
		this(settings, listeners, attributes, Map.of());
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
	 * Return a builder that starts from this spec.
	 * @return the builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder(this.settings);
		builder.listeners.addAll(this.listeners);
		builder.attributes.putAll(this.attributes);
		builder.features.putAll(this.features);
		return builder;
	}

	/**
	 * Return a spec with only these settings.
	 * @param settings the settings
	 * @return the spec
	 */
	public static TranslationSpec of(TranslationSettings settings) {
		return builder(settings).build();
	}

	/**
	 * Return a builder.
	 * @param settings the settings
	 * @return the builder
	 */
	public static Builder builder(TranslationSettings settings) {
		return new Builder(settings);
	}

	/**
	 * Return the model of a session.
	 * @param baseUrl the root of the API, which may name one
	 * @return the model
	 */
	TranslationModel model(URI baseUrl) {
		if (this.settings.model() != null) {
			return this.settings.model();
		}
		String named = EndpointUris.model(baseUrl);
		return (named != null) ? new TranslationModel(named) : TranslationModel.GPT_REALTIME_TRANSLATE;
	}

	/**
	 * Builder of {@link TranslationSpec}.
	 */
	public static final class Builder {

		private TranslationSettings settings;

		private final List<TranslationListener> listeners = new ArrayList<>();

		private final Map<String, Object> attributes = new LinkedHashMap<>();

		private final Map<Class<?>, Object> features = new LinkedHashMap<>();

		private Builder(TranslationSettings settings) {
			this.settings = settings;
		}

		/**
		 * Return the settings so far.
		 * @return the settings
		 */
		public TranslationSettings settings() {
			return this.settings;
		}

		/**
		 * Change settings, and keep the others.
		 * @param change changes them
		 * @return this builder
		 */
		public Builder settings(Consumer<TranslationSettings.Builder> change) {
			TranslationSettings.Builder builder = this.settings.toBuilder();
			change.accept(builder);
			this.settings = builder.build();
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
			return listener(TranslationListener.of(type, (session, event) -> listener.accept(event)));
		}

		/**
		 * Add a listener to this session.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(TranslationListener listener) {
			this.listeners.add(listener);
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
		public TranslationSpec build() {
			return new TranslationSpec(this.settings, this.listeners, this.attributes, this.features);
		}

	}

}
