package io.realtime4j.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the reference of events: {@code docs/events.md} is what the records say. To
 * write the file anew, run this test with {@code -Ddocs.update=true}.
 */
class EventReferenceTests {

	private static final Path FILE = Path.of("..", "docs", "events.md");

	@Test
	void fileIsWhatTheRecordsSay() throws IOException {
		String rendered = EventReference.render();
		if (Boolean.getBoolean("docs.update")) {
			Files.writeString(FILE, rendered);
		}
		assertThat(FILE).as("written anew with -Ddocs.update=true").content().isEqualTo(rendered);
	}

	@ParameterizedTest
	@MethodSource("families")
	void everyMemberIsDescribed(Class<?> family) {
		assertThat(EventReference.events(family)).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.members())
				.allSatisfy((member) -> assertThat(member.meaning()).as(event + " " + member.name()).isNotEmpty()));
	}

	static Stream<Class<?>> families() {
		return Stream.of(ServerEvent.class, ClientEvent.class, TranslationServerEvent.class,
				TranslationClientEvent.class, LiveServerEvent.class, LiveClientEvent.class);
	}

}
