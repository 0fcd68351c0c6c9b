package io.realtime4j.codec;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds records again from their components, and those from theirs, so that nothing but
 * a typed component can have carried a member. What is not typed is left out.
 */
final class Rebuilt {

	private Rebuilt() {
	}

	@SuppressWarnings("unchecked")
	static <T> T of(T value) {
		if (value instanceof Record record) {
			return (T) rebuild(record);
		}
		if (value instanceof List<?> list) {
			return (T) list.stream().map(Rebuilt::of).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<Object, Object> copy = new LinkedHashMap<>();
			map.forEach((key, element) -> copy.put(key, of(element)));
			return (T) copy;
		}
		return value;
	}

	private static Record rebuild(Record record) {
		RecordComponent[] components = record.getClass().getRecordComponents();
		Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Object[] values = Stream.of(components).map((component) -> rebuild(record, component)).toArray();
		try {
			return record.getClass().getDeclaredConstructor(types).newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object rebuild(Record record, RecordComponent component) {
		return component.getName().equals("extra") ? Map.of() : of(ModelParts.value(record, component));
	}

}
