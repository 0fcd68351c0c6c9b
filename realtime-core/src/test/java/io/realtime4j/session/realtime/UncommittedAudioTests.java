package io.realtime4j.session.realtime;

import io.realtime4j.ServerTalk;
import io.realtime4j.audio.AudioData;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UncommittedAudio}.
 */
class UncommittedAudioTests {

	private static final RealtimeSessionSettings PUSH_TO_TALK = RealtimeSessionSettings.builder()
		.audio(SessionAudio.input(AudioInput.builder().turnDetectionOff().build()))
		.build();

	private final UncommittedAudio audio = new UncommittedAudio(PUSH_TO_TALK);

	@Test
	void lessThanTheServerTakesIsNotCommitted() {
		append(4798);
		assertThat(this.audio.isWorthCommitting()).isFalse();
		append(2);
		assertThat(this.audio.isWorthCommitting()).isTrue();
		assertThat(this.audio.millis()).isEqualTo(UncommittedAudio.MIN_COMMIT_MILLIS);
	}

	@Test
	void commitsAndClearsBeginAnew() {
		append(4800);
		this.audio.onSend(InputAudioBufferCommit.of());
		assertThat(this.audio.isWorthCommitting()).isFalse();
		append(4800);
		this.audio.onSend(InputAudioBufferClear.of());
		assertThat(this.audio.isWorthCommitting()).isFalse();
	}

	@Test
	void audioThatAnotherConnectionIsNotToldIsNotCommitted() {
		append(9600);
		this.audio.onReconnect(4800);
		assertThat(this.audio.isWorthCommitting()).isTrue();
		this.audio.onReconnect(48_000);
		assertThat(this.audio.millis()).isZero();
	}

	@Test
	void bufferThatTheServerCommitsIsLeftToIt() {
		append(48_000);
		this.audio.onEvent(ServerTalk.turnDetection("{'type':'semantic_vad'}"));
		assertThat(this.audio.isWorthCommitting()).isFalse();
		assertThat(this.audio.isLeftToServer()).isTrue();
		this.audio.onEvent(ServerTalk.turnDetection("null"));
		assertThat(this.audio.isWorthCommitting()).isTrue();
		UncommittedAudio unasked = new UncommittedAudio(null);
		unasked.onSend(InputAudioBufferAppend.of(AudioData.of(new byte[48_000])));
		assertThat(unasked.isWorthCommitting()).isFalse();
	}

	@Test
	void formatDecidesHowMuchIsEnough() {
		this.audio
			.onEvent(ServerTalk.sessionUpdated("{'input':{'format':{'type':'audio/pcma'},'turn_detection':null}}"));
		append(799);
		assertThat(this.audio.isWorthCommitting()).isFalse();
		append(1);
		assertThat(this.audio.isWorthCommitting()).isTrue();
	}

	private void append(int bytes) {
		this.audio.onSend(InputAudioBufferAppend.of(AudioData.of(new byte[bytes])));
	}

}
