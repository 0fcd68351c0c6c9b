package io.realtime4j.docs;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the types which a user meets first show how they are used.
 */
class JavadocExamplesTests {

	private static final String CORE = "realtime-core/src/main/java/io/realtime4j/";

	private static final String SPRING = "realtime-spring-boot-autoconfigure/src/main/java/io/realtime4j/spring/";

	private static final String SIMULATOR = "realtime-simulator/src/main/java/io/realtime4j/simulator/";

	static final List<String> FIRST = List.of(CORE + "session/RealtimeClient", CORE + "session/RealtimeSession",
			CORE + "session/VoiceSession", CORE + "session/SessionSpec", CORE + "session/Greeting",
			CORE + "event/server/ResponseDone", CORE + "speech/Answer", CORE + "audio/AudioSource",
			CORE + "playback/AudioSink", CORE + "transcription/Transcriber",
			CORE + "translation/session/TranslationClient", CORE + "tool/ToolApproval", SPRING + "event/RealtimeEvent",
			SPRING + "tool/RealtimeTool", SIMULATOR + "RealtimeSimulator",
			SIMULATOR + "test/autoconfigure/AutoConfigureRealtimeSimulator");

	@ParameterizedTest
	@FieldSource("FIRST")
	void typeHasAnExample(String type) {
		assertThat(JavadocExamples.of(Path.of(type + ".java"))).isNotEmpty();
	}

}
