package io.realtime4j.playback;

import java.time.Duration;
import java.util.List;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.completion.UnheardItems;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sinks that do not report what they play.
 */
class SilentSinkTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int BYTES_PER_SECOND = 48_000;

	private long now = Long.MAX_VALUE - 1_000_000_000;

	private long reported;

	private final PlaybackControl control = new PlaybackControl((itemId, contentIndex) -> this.reported, PATIENCE,
			() -> this.now);

	@Test
	void speechCountsAsPlayedSomeTimeAfterItShouldHaveBeen() {
		say("resp_1", "item_1");
		pass(PATIENCE.plusSeconds(1));
		Reaction reaction = this.control.interrupt(false);
		assertThat(reaction.clear()).isFalse();
		assertThat(reaction.events()).isEmpty();
	}

	@Test
	void speechIsNotPlayedBefore() {
		say("resp_1", "item_1");
		pass(PATIENCE.plusMillis(999));
		assertThat(this.control.interrupt(false).events()).containsExactly(UnheardItems.forget("item_1"));
	}

	@Test
	void speechIsPlayedBehindWhatCameBefore() {
		say("resp_1", "item_1");
		say("resp_2", "item_2");
		pass(PATIENCE.plusSeconds(1));
		assertThat(this.control.interrupt(false).events()).containsExactly(UnheardItems.forget("item_2"));
	}

	@Test
	void speechOfAResponseThatRunsIsStillToBeHeard() {
		this.control.onEvent(ServerTalk.responseCreated("resp_1"));
		this.control.onEvent(ServerTalk.audio("resp_1", "item_1", BYTES_PER_SECOND));
		pass(PATIENCE.multipliedBy(10));
		assertThat(this.control.interrupt(false).events()).hasAtLeastOneElementOfType(ResponseCancel.class);
	}

	@Test
	void sinkThatHasReportedIsBelieved() {
		say("resp_1", "item_1");
		this.reported = 300;
		assertThat(this.control.cut("resp_0").events()).isEmpty();
		this.control.interrupt(false);
		say("resp_2", "item_2");
		pass(PATIENCE.multipliedBy(10));
		List<ClientEvent> events = this.control.interrupt(false).events();
		assertThat(events).containsExactly(ConversationItemTruncate.of("item_2", 0, 300));
	}

	@Test
	void audioThatCountsAsPlayedIsKeptNoLonger() {
		this.control.keepUnplayed();
		say("resp_1", "item_1");
		pass(PATIENCE.plusSeconds(1));
		say("resp_2", "item_2");
		say("resp_3", "item_3");
		assertThat(this.control.cut("resp_3").replay()).extracting(AudioChunk::itemId).containsExactly("item_2");
	}

	private void say(String response, String item) {
		this.control.onEvent(ServerTalk.responseCreated(response));
		this.control.onEvent(item(item));
		this.control.onEvent(ServerTalk.audio(response, item, BYTES_PER_SECOND));
		this.control.onEvent(ServerTalk.responseDone(response, "completed", ""));
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

	private static ServerEvent item(String id) {
		return ServerTalk.assistant("added", id, null, "in_progress", "");
	}

}
