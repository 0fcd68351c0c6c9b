package io.realtime4j.codec;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.realtime4j.model.Toggle;

/**
 * The records that some events are made of, and those of their components that are
 * present.
 *
 * @param values the records
 * @param components the names of the components
 */
record ModelParts(Set<Record> values, Set<String> components) {

	static ModelParts of(List<? extends Record> events) {
		ModelParts parts = new ModelParts(new HashSet<>(), new HashSet<>());
		events.forEach(parts::add);
		return parts;
	}

	static String name(Class<?> type, RecordComponent component) {
		return type.getSimpleName() + "." + component.getName();
	}

	Set<Class<?>> records() {
		return this.values.stream().map(Record::getClass).collect(Collectors.toSet());
	}

	private void add(Object value) {
		if (value instanceof Toggle<?> toggle) {
			add(toggle.value());
		}
		else if (value instanceof Record record) {
			this.values.add(record);
			for (RecordComponent component : record.getClass().getRecordComponents()) {
				addComponent(record, component);
			}
		}
		else if (value instanceof List<?> list) {
			list.forEach(this::add);
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach(this::add);
		}
	}

	private void addComponent(Record record, RecordComponent component) {
		Object value = value(record, component);
		if (value != null) {
			this.components.add(name(record.getClass(), component));
			add(value);
		}
	}

	static Object value(Record record, RecordComponent component) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
