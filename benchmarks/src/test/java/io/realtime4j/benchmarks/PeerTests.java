package io.realtime4j.benchmarks;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import io.realtime4j.codec.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for each {@link Peer}: what is measured must be done, and done right.
 */
class PeerTests {

	@ParameterizedTest
	@MethodSource("contests")
	void decodesEachFrameWhole(Contestant contestant, FrameKind kind) throws Exception {
		Peer peer = contestant.create();
		for (Frame frame : kind.create(peer.dialect())) {
			Object event = peer.decode(frame.json());
			assertThat(peer.understood(event)).as("%s is understood", frame.type()).isTrue();
			assertThat(Arrays.equals(peer.audio(event), frame.pcm())).as("audio of %s", frame.type()).isTrue();
			assertThat(peer.text(event)).as("text of %s", frame.type()).isEqualTo(frame.text());
		}
	}

	@ParameterizedTest
	@EnumSource(Contestant.class)
	void writesAppendedAudio(Contestant contestant) throws Exception {
		byte[] pcm = FrameKind.AUDIO_4800.create(Dialect.GA).get(0).pcm();
		JsonNode json = JsonMapper.shared().readTree(contestant.create().append(pcm));
		assertThat(json.propertyNames()).containsExactlyInAnyOrder("type", "audio");
		assertThat(json.path("type").asString()).isEqualTo("input_audio_buffer.append");
		assertThat(json.path("audio").asString()).isEqualTo(Base64.getEncoder().encodeToString(pcm));
	}

	static Stream<Arguments> contests() {
		return Arrays.stream(Contestant.values())
			.flatMap((contestant) -> Arrays.stream(FrameKind.values()).map((kind) -> Arguments.of(contestant, kind)));
	}

}
