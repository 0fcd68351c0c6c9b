package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.model.item.Item;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bounds of the history of a session.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class SessionHistoryTests {

	@Parameter
	private ServerVoice voice;

	private final SessionFixture fixture = new SessionFixture()
		.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(1), null));

	@Test
	void oldestItemsAreLetGoAndTold() {
		RealtimeSession session = open(new ConversationLimits(2, 1 << 20, false));
		say(4);
		assertThat(session.conversation().items()).extracting(Item::id).containsExactly("item_2", "item_3");
		assertThat(this.fixture.listener.all(HistoryTrimmed.class)).flatExtracting(HistoryTrimmed::items)
			.extracting(Item::id)
			.containsExactly("item_0", "item_1");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void largeTextsLetEarlierOnesGo() {
		RealtimeSession session = open(new ConversationLimits(1000, 50_000, false));
		for (int i = 0; i < 20; i++) {
			this.fixture.connection().receive(SpokenDialogue.question(String.valueOf(i), "x".repeat(10_000)));
		}
		assertThat(session.conversation().items()).extracting(Item::id).containsExactly("item_18", "item_19");
	}

	@Test
	void serverIsAskedToDeleteWhatIsLetGoOnlyIfThatIsWanted() {
		open(new ConversationLimits(2, 1 << 20, true));
		say(3);
		assertThat(this.fixture.connection().expect("conversation.item.delete").path("item_id").stringValue())
			.isEqualTo("item_0");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void onlyWhatIsHeldIsSaidAgain() {
		open(new ConversationLimits(2, 1 << 20, false));
		say(3);
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		ScriptedConnection fresh = this.fixture.transport.connection(1)
			.accept()
			.receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(fresh.sent()).map(Wire::json)
			.filteredOn((event) -> event.path("type").asString().equals("conversation.item.create"))
			.extracting((event) -> event.path("item").path("id").asString())
			.containsExactly("item_1", "item_2");
	}

	@Test
	void sessionsOfApplicationsHoldMuch() {
		assertThat(SessionSpec.of(SessionFixture.SETTINGS).history())
			.isEqualTo(new ConversationLimits(10_000, 32 * 1024 * 1024, false));
	}

	private RealtimeSession open(ConversationLimits limits) {
		RealtimeSession session = this.fixture.client()
			.open(SessionSpec.builder(SessionFixture.SETTINGS).history(limits).build());
		this.fixture.greet();
		this.fixture.transport.voice(this.voice);
		return session;
	}

	private void say(int count) {
		for (int i = 0; i < count; i++) {
			this.fixture.connection().receive(SpokenDialogue.question(String.valueOf(i), "Hello."));
		}
	}

}
