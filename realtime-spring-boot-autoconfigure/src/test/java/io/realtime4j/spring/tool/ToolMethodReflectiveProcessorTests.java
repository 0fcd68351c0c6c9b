package io.realtime4j.spring.tool;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ToolMethodReflectiveProcessor}.
 */
class ToolMethodReflectiveProcessorTests {

	private final RuntimeHints hints = new RuntimeHints();

	ToolMethodReflectiveProcessorTests() {
		ReflectionUtils.doWithLocalMethods(Tools.class, (method) -> new ToolMethodReflectiveProcessor()
			.registerReflectionHints(this.hints.reflection(), method));
	}

	@Test
	void whatTheModelGivesIsBound() {
		assertThat(RuntimeHintsPredicates.reflection().onType(Guest.class)).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { RealtimeSession.class, LiveSession.class, VoiceSession.class, ToolCall.class })
	void whatTheLibraryGivesIsNot(Class<?> given) {
		assertThat(RuntimeHintsPredicates.reflection().onType(given)).rejects(this.hints);
	}

	static class Tools {

		void first(RealtimeSession session, Guest guest) {
		}

		void live(LiveSession session, ToolCall call) {
		}

		void any(VoiceSession session) {
		}

	}

	record Guest(String name) {
	}

}
