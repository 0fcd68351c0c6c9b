package io.realtime4j.spring.event;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which an event is found again, as text.
 */
final class EventIds {

	private static final List<String> NAMES = List.of("eventId", "responseId", "itemId", "callId");

	private static final List<String> OWNERS = List.of("response", "item");

	private EventIds() {
	}

	static String of(VoiceSession session, RealtimeMessage event) {
		StringJoiner ids = new StringJoiner(", ").add("session=" + session.id());
		for (RecordComponent component : components(event)) {
			String name = component.getName();
			if (NAMES.contains(name)) {
				add(ids, name, read(component, event));
			}
			else if (OWNERS.contains(name)) {
				addIdOf(ids, name, read(component, event));
			}
		}
		return ids.toString();
	}

	private static void addIdOf(StringJoiner ids, String name, @Nullable Object owner) {
		for (RecordComponent component : components(owner)) {
			if (component.getName().equals("id")) {
				add(ids, name + "Id", read(component, owner));
			}
		}
	}

	private static void add(StringJoiner ids, String name, @Nullable Object id) {
		if (id != null) {
			ids.add(name + "=" + id);
		}
	}

	private static RecordComponent[] components(@Nullable Object value) {
		RecordComponent[] components = (value != null) ? value.getClass().getRecordComponents() : null;
		return (components != null) ? components : new RecordComponent[0];
	}

	private static @Nullable Object read(RecordComponent component, @Nullable Object owner) {
		try {
			return component.getAccessor().invoke(owner);
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
