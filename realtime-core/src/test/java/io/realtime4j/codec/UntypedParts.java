package io.realtime4j.codec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the parts of an event that the model keeps but does not type: unknown variants of
 * unions and members without a component.
 */
final class UntypedParts {

	private UntypedParts() {
	}

	static List<String> of(Record record) {
		List<String> parts = new ArrayList<>();
		collect(record.getClass().getSimpleName(), record, parts);
		return parts;
	}

	private static void collect(String path, Object value, List<String> parts) {
		if (value instanceof Record record) {
			collectComponents(path, record, parts);
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> collect(path + "[]", element, parts));
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, element) -> collect(path + "." + key, element, parts));
		}
	}

	private static void collectComponents(String path, Record record, List<String> parts) {
		if (record.getClass().getSimpleName().startsWith("Unknown")) {
			parts.add(path + " is " + record);
			return;
		}
		for (RecordComponent component : record.getClass().getRecordComponents()) {
			Object value = ModelParts.value(record, component);
			if (component.getName().equals("extra") && value instanceof Map<?, ?> extra) {
				extra.forEach((name, member) -> parts.add(path + " has extra " + name + "=" + member));
			}
			else {
				collect(path + "." + component.getName(), value, parts);
			}
		}
	}

}
