package io.realtime4j.benchmarks;

import java.util.List;

import io.realtime4j.codec.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameKind}.
 */
class FrameKindTests {

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void framesHaveTheirTrueSize(Dialect dialect) {
		assertThat(length(FrameKind.AUDIO_4800, dialect)).isBetween(6_600, 6_700);
		assertThat(length(FrameKind.AUDIO_48000, dialect)).isBetween(64_200, 64_300);
		assertThat(length(FrameKind.TEXT, dialect)).isBetween(200, 270);
		assertThat(length(FrameKind.TRANSCRIPT, dialect)).isBetween(200, 280);
		assertThat(length(FrameKind.SESSION_CREATED, dialect)).isBetween(1_700, 2_200);
		assertThat(length(FrameKind.RESPONSE_DONE, dialect)).isBetween(2_200, 2_700);
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void mixIsOneSpokenAnswer(Dialect dialect) {
		List<Frame> frames = FrameKind.MIX.create(dialect);
		assertThat(frames).hasSize(FrameKind.MIX.framesPerOperation());
		assertThat(frames).filteredOn((frame) -> frame.pcm() != null).hasSize(50);
		assertThat(frames).filteredOn((frame) -> frame.type().endsWith("transcript.delta")).hasSize(25);
		assertThat(frames.get(0).type()).isEqualTo("session.created");
		assertThat(frames.get(frames.size() - 1).type()).isEqualTo("rate_limits.updated");
	}

	@ParameterizedTest
	@EnumSource(FrameKind.class)
	void framesAreCompactJsonWithoutPlaceholders(FrameKind kind) {
		for (Dialect dialect : Dialect.values()) {
			assertThat(kind.create(dialect)).allSatisfy((frame) -> {
				assertThat(JsonMapper.shared().readTree(frame.json()).toString()).isEqualTo(frame.json());
				assertThat(frame.json()).doesNotContainPattern("\\{[a-z]");
			});
		}
	}

	@Test
	void framesOfOneKindDiffer() {
		assertThat(FrameKind.TEXT.create(Dialect.GA)).extracting(Frame::json).doesNotHaveDuplicates();
	}

	@Test
	void framesAreTheSameAtEachCall() {
		assertThat(FrameKind.MIX.create(Dialect.GA)).extracting(Frame::json)
			.isEqualTo(FrameKind.MIX.create(Dialect.GA).stream().map(Frame::json).toList());
	}

	private static int length(FrameKind kind, Dialect dialect) {
		return kind.create(dialect).get(0).json().length();
	}

}
