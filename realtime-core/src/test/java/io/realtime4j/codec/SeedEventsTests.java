package io.realtime4j.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events that the library began with, in beta, through the codec and back.
 */
class SeedEventsTests {

	private static final int EVENTS = 43;

	private static final Pattern TABLE_ROW = Pattern
		.compile("<td>\\{@code (\\S+)}</td>\\s+\\* <td>\\{@link (\\S+)}</td>");

	private static final RealtimeCodec CODEC = RealtimeCodec.create(Dialect.BETA);

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		ProtocolFiles.json("seed.json");
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.SeedFrames#full")
	void frameWithEveryFieldComesBack(SeedFrames.Frame frame) {
		assertComesBack(frame);
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.SeedFrames#required")
	void frameWithRequiredFieldsOnlyComesBack(SeedFrames.Frame frame) {
		assertComesBack(frame);
	}

	@ParameterizedTest
	@MethodSource("io.realtime4j.codec.SeedFrames#full")
	void everyFieldIsTyped(SeedFrames.Frame frame) {
		assertThat(UntypedParts.of((Record) decode(frame)))
			.allMatch((part) -> part.contains(".tools[] is UnknownTool"));
	}

	@Test
	void framesAreOfEveryEvent() {
		assertThat(types(SeedFrames.full())).hasSize(EVENTS);
		assertThat(types(SeedFrames.required())).hasSize(EVENTS);
	}

	@Test
	void tableNamesTheRecordOfEveryEvent() throws IOException {
		String table = Files.readString(Path.of("src/main/java/io/realtime4j/event/package-info.java"));
		List<String> rows = TABLE_ROW.matcher(table).results().map(SeedEventsTests::row).toList();
		Set<String> expected = SeedFrames.full()
			.map((frame) -> frame.type() + " is " + decode(frame).getClass().getName())
			.collect(Collectors.toSet());
		assertThat(rows).hasSize(EVENTS).containsExactlyInAnyOrderElementsOf(expected);
	}

	private void assertComesBack(SeedFrames.Frame frame) {
		RealtimeMessage message = decode(frame);
		assertThat(message).isNotInstanceOfAny(UnknownServerEvent.class, UnknownClientEvent.class);
		Json.assertSame(Json.read(CODEC.encode(message)), nested(frame.json()));
	}

	private RealtimeMessage decode(SeedFrames.Frame frame) {
		String json = frame.json().toString();
		return frame.fromServer() ? CODEC.decodeServerEvent(json) : CODEC.decodeClientEvent(json);
	}

	/**
	 * Return the frame as it is written: the settings of a flat transcription session are
	 * nested.
	 */
	private static ObjectNode nested(ObjectNode frame) {
		if (!frame.get("type").stringValue().equals("transcription_session.created")) {
			return frame;
		}
		ObjectNode session = frame.deepCopy();
		session.remove("type");
		ObjectNode event = Json.object().put("type", "transcription_session.created");
		event.set("session", session);
		return event;
	}

	private static Set<String> types(Stream<SeedFrames.Frame> frames) {
		return frames.map(SeedFrames.Frame::type).collect(Collectors.toSet());
	}

	private static String row(MatchResult row) {
		return row.group(1) + " is " + row.group(2);
	}

}
