package io.realtime4j.translation.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.realtime4j.translation.model.TranslationModel;
import io.realtime4j.translation.model.TranslationSettings;

/**
 * Specification of a translation session: its settings and its listeners.
 *
 * @param settings the settings that the server has to acknowledge; the model, which the
 * address of the connection names, is required
 * @param listeners hear of the session, besides those of the client
 * @param attributes values of the application's own, the first ones of
 * {@link TranslationSession#attributes()}
 * @since 0.1.0
 */
public record TranslationSpec(TranslationSettings settings, List<TranslationListener> listeners,
		Map<String, Object> attributes) {

	public TranslationSpec {
		if (settings.model() == null) {
			throw new IllegalArgumentException("A translation session needs a model");
		}
		listeners = List.copyOf(listeners);
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return a spec of these settings alone.
	 * @param settings the settings, with a model
	 * @return the spec
	 */
	public static TranslationSpec of(TranslationSettings settings) {
		return builder(settings).build();
	}

	/**
	 * Return a builder.
	 * @param settings the settings, with a model
	 * @return the builder
	 */
	public static Builder builder(TranslationSettings settings) {
		return new Builder(settings);
	}

	TranslationModel model() {
		return Objects.requireNonNull(this.settings.model(), "'model' must not be null");
	}

	/**
	 * Builder of {@link TranslationSpec}.
	 */
	public static final class Builder {

		private final TranslationSettings settings;

		private final List<TranslationListener> listeners = new ArrayList<>();

		private final Map<String, Object> attributes = new LinkedHashMap<>();

		private Builder(TranslationSettings settings) {
			this.settings = settings;
		}

		/**
		 * Add a listener of this session.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(TranslationListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Add a value of the application's own.
		 * @param name the name
		 * @param value the value
		 * @return this builder
		 */
		public Builder attribute(String name, Object value) {
			this.attributes.put(name, value);
			return this;
		}

		/**
		 * Build the spec.
		 * @return the spec
		 * @throws IllegalArgumentException if the settings name no model
		 */
		public TranslationSpec build() {
			return new TranslationSpec(this.settings, this.listeners, this.attributes);
		}

	}

}
