package io.realtime4j.simulator.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.test.autoconfigure.AutoConfigureRealtimeSimulator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that the guide shows code that works.
 */
@SpringBootTest(properties = { "realtime.session.instructions=Be brief.", "realtime.reconnect.initial-delay=1ms" })
@AutoConfigureRealtimeSimulator
class TestingGuideTests {

	private static final Path GUIDE = Path.of("..", "docs", "testing.md");

	private static final String SOURCES = "src/test/java/io/realtime4j/simulator/guide/";

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	@Test
	void showsATestThatRuns() throws IOException {
		assertShown("FrontDeskTests.java", "test");
	}

	@Test
	void showsWhatTheApplicationSent() throws IOException {
		assertShown("ScriptSnippets.java", "sent");
		assertThat(new ScriptSnippets(this.simulator).sent()).contains("session.update");
	}

	@Test
	void showsAScriptThatHappens() throws IOException {
		assertShown("ScriptSnippets.java", "script");
		assertShown("ScriptSnippets.java", "complete");
		this.session.open().join();
		new ScriptSnippets(this.simulator).script(() -> {
			this.session.ask("Hello");
			await().until(() -> this.simulator.connections().size() > 1 && this.session.state() == SessionState.OPEN);
			this.session.ask("Hello again");
		});
	}

	private static void assertShown(String file, String tag) throws IOException {
		assertThat(Files.readString(GUIDE)).contains(source(file, tag));
	}

	private static String source(String file, String tag) throws IOException {
		String text = Files.readString(Path.of(SOURCES + file));
		int start = text.indexOf('\n', text.indexOf("// tag::" + tag + "[]")) + 1;
		int end = text.lastIndexOf('\n', text.indexOf("// end::" + tag + "[]")) + 1;
		return text.substring(start, end).stripTrailing().stripIndent();
	}

}
