package io.realtime4j.spring.bridge.page;

import java.io.ByteArrayOutputStream;

import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PageMicrophone}.
 */
class PageMicrophoneTests {

	private final RealtimeSession session = mock(RealtimeSession.class);

	private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

	private final PageMicrophone microphone = new PageMicrophone(new RealtimeConversation(this.session, null, null),
			24_000);

	@BeforeEach
	void listen() {
		willAnswer((invocation) -> {
			this.heard.writeBytes(invocation.getArgument(0, byte[].class));
			return null;
		}).given(this.session).appendAudio(any(byte[].class));
	}

	@Test
	void halfASampleWaitsForTheNextFrame() {
		this.microphone.hear(new byte[] { 1, 2, 3 });
		this.microphone.hear(new byte[] { 4 });
		assertThat(this.heard.toByteArray()).containsExactly(1, 2, 3, 4);
	}

	@Test
	void whatIsNotHeardDoesNotShiftTheRest() {
		this.microphone.hear(new byte[] { 1, 2 });
		this.microphone.mute(true);
		this.microphone.hear(new byte[] { 3, 4, 5 });
		this.microphone.mute(false);
		this.microphone.hear(new byte[] { 6, 7, 8 });
		assertThat(this.heard.toByteArray()).containsExactly(1, 2, 5, 6, 7, 8);
	}

}
