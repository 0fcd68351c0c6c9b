package io.realtime4j.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationServerEvent;

/**
 * Renders the reference of all events, from their records.
 */
final class EventReference {

	private static final String HEAD = """
			# Events

			Every event of the protocol families, written from the Javadoc of its record. Members are named as on the wire; the record has the same in
			camel case. In Spring each server event is an application event:

			```java
			import io.realtime4j.event.server.ResponseDone;
			import io.realtime4j.spring.event.RealtimeEvent;

			import org.springframework.context.event.EventListener;
			import org.springframework.stereotype.Component;

			@Component
			class Answers {

				@EventListener
				void on(RealtimeEvent<ResponseDone> event) {
					System.out.println(event.getPayload().response().status());
				}

			}
			```

			""";

	private static final String BETA_ONLY = "transcription_session.";

	private EventReference() {
	}

	static String render() {
		StringBuilder text = new StringBuilder(HEAD);
		section("Family `realtime`: from the server", ServerEvent.class, true, text);
		section("Family `realtime`: from the client", ClientEvent.class, true, text);
		section("Family `translation`: from the server", TranslationServerEvent.class, false, text);
		section("Family `translation`: from the client", TranslationClientEvent.class, false, text);
		section("Family `live`: from the server", LiveServerEvent.class, false, text);
		section("Family `live`: from the client", LiveClientEvent.class, false, text);
		return text.toString().strip() + "\n";
	}

	static List<EventSource> events(Class<?> family) {
		return leaves(family).filter((type) -> !type.getSimpleName().startsWith("Unknown"))
			.map(EventSource::new)
			.sorted(Comparator.comparing(EventSource::wireType))
			.toList();
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventReference::leaves)
				: Stream.of(type);
	}

	private static void section(String title, Class<?> family, boolean dialects, StringBuilder text) {
		text.append("## ").append(title).append("\n\n");
		for (EventSource event : events(family)) {
			text.append("### `").append(event.wireType()).append("`\n\n");
			text.append(event.description()).append("\n\n");
			text.append("Record `").append(event.type().getName()).append('`');
			if (dialects) {
				text.append(". Dialects: ").append(dialects(event.wireType()));
			}
			text.append(".\n\n");
			members(event, text);
		}
	}

	private static void members(EventSource event, StringBuilder text) {
		if (event.members().isEmpty()) {
			return;
		}
		text.append("| member | type | meaning |\n|---|---|---|\n");
		for (EventSource.Member member : event.members()) {
			text.append("| `").append(member.name()).append("` | `").append(member.type()).append("` | ");
			text.append(member.meaning()).append(" |\n");
		}
		text.append('\n');
	}

	private static String dialects(String wireType) {
		if (wireType.startsWith(BETA_ONLY) || wireType.equals("conversation.item.created")) {
			return "beta";
		}
		if (BetaDialect.GA_ONLY.contains(wireType)) {
			return "GA";
		}
		String beta = BetaDialect.NAMES.get(wireType);
		return (beta != null) ? "GA, beta as `" + beta + "`" : "GA, beta";
	}

}
