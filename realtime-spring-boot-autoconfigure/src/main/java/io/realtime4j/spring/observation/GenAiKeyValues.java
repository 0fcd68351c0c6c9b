package io.realtime4j.spring.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Collects the key values of an observation under the names of a convention.
 */
final class GenAiKeyValues {

	static final String NONE = "none";

	private final GenAiNames names;

	private KeyValues values = KeyValues.empty();

	GenAiKeyValues(GenAiNames names) {
		this.names = names;
	}

	/**
	 * Add an attribute that observations of this kind always have, so that a meter has
	 * the same tags each time.
	 */
	GenAiKeyValues always(GenAiAttribute attribute, @Nullable String value) {
		return add(attribute, (value != null) ? value : NONE);
	}

	/**
	 * Add an attribute, if it has a value.
	 */
	GenAiKeyValues add(GenAiAttribute attribute, @Nullable Object value) {
		String name = this.names.nameOf(attribute);
		if (name != null && value != null) {
			this.values = this.values.and(KeyValue.of(name, String.valueOf(value)));
		}
		return this;
	}

	/**
	 * Add a value under a name of this library, if there is one.
	 */
	GenAiKeyValues add(String name, @Nullable Object value) {
		if (value != null) {
			this.values = this.values.and(KeyValue.of(name, String.valueOf(value)));
		}
		return this;
	}

	KeyValues all() {
		return this.values;
	}

}
