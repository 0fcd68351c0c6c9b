package io.realtime4j.session.engine;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.model.item.UserMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OutboundFrame}.
 */
class OutboundFrameTests {

	private final RealtimeCodec codec = RealtimeCodec.create();

	@Test
	void commandIsHeldOnceAndWrittenAgainWhenItIsSent() {
		ConversationItemCreate event = ConversationItemCreate.of(UserMessage.text("Hello")).withEventId("event_1");
		List<ConversationItemCreate> written = new ArrayList<>();
		String text = this.codec.encode(event);
		OutboundFrame frame = OutboundFrame.command(event, text, (command) -> {
			written.add(command);
			return this.codec.encode(command);
		});
		assertThat(written).isEmpty();
		assertThat(frame.command()).isSameAs(event);
		assertThat(frame.length()).isEqualTo(text.length());
		assertThat(frame.text()).isEqualTo(text).isNotSameAs(text);
		assertThat(written).containsExactly(event);
	}

	@Test
	void audioIsHeldAsText() {
		String text = "{}";
		OutboundFrame frame = OutboundFrame.audio(text, 2);
		assertThat(frame.text()).isSameAs(text);
		assertThat(frame.command()).isNull();
		assertThat(frame.isAudio()).isTrue();
		assertThat(OutboundFrame.of(text).isAudio()).isFalse();
	}

	@Test
	void commandWithHalfACharacterIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> OutboundFrame.command(InputAudioBufferCommit.of(), "\ud83d", this.codec::encode));
	}

}
