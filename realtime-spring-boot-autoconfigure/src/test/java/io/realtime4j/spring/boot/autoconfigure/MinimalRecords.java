package io.realtime4j.spring.boot.autoconfigure;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.UnknownServerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes an instance of any record, with its ids and as few other members as it can have.
 */
final class MinimalRecords {

	private MinimalRecords() {
	}

	/**
	 * Return an instance of each type that a sealed interface of events permits.
	 * @param sealed the interface
	 * @return the instances
	 */
	static Stream<RealtimeMessage> of(Class<? extends RealtimeMessage> sealed) {
		return Arrays.stream(sealed.getPermittedSubclasses())
			.map((type) -> type.equals(UnknownServerEvent.class) ? unknown() : (RealtimeMessage) value(type));
	}

	private static UnknownServerEvent unknown() {
		return new UnknownServerEvent("shop.opened", null,
				JsonNodeFactory.instance.objectNode().put("type", "shop.opened"));
	}

	private static @Nullable Object value(RecordComponent component) {
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		return (nullable && !isId(component.getName())) ? null : value(component.getType());
	}

	// Sessions fill in ids that a server leaves out
	private static boolean isId(String name) {
		return !name.equals("previousItemId") && (name.equals("id") || name.endsWith("Id"));
	}

	private static Object value(Class<?> type) {
		if (type.isRecord()) {
			return instance(type);
		}
		if (type.isSealed()) {
			return value(type.getPermittedSubclasses()[0]);
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		Map<Class<?>, Object> values = Map.of(String.class, "some", long.class, 1L, int.class, 1, double.class, 1.0,
				boolean.class, true, List.class, List.of(), Map.class, Map.of(), JsonNode.class,
				JsonNodeFactory.instance.objectNode(), AudioData.class, AudioData.of(new byte[] { 1, 2 }),
				Duration.class, Duration.ofSeconds(1));
		return values.get(type);
	}

	private static Object instance(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		try {
			Constructor<?> constructor = type
				.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
			return constructor.newInstance(Arrays.stream(components).map(MinimalRecords::value).toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot make a " + type.getSimpleName(), ex);
		}
	}

}
