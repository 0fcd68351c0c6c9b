package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.conversation.MessageEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationWatch}.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class ConversationWatchTests {

	@Parameter
	private ServerVoice voice;

	private final List<ConversationChanged> changes = new ArrayList<>();

	private final QueuedExecutor executor = new QueuedExecutor();

	private final SessionFixture fixture = new SessionFixture().executor(this.executor)
		.customizer(
				(builder) -> builder.listener(new ConversationWatch((session, change) -> this.changes.add(change))));

	private final RealtimeSession session = this.fixture.opened();

	@BeforeEach
	void speak() {
		this.fixture.transport.voice(this.voice);
	}

	@Test
	void itemThatComesIsTold() {
		receive(userItem("item_1", "Hello"));
		assertThat(this.changes).singleElement().satisfies((change) -> {
			assertThat(change.conversation()).isEqualTo(this.session.conversation());
			assertThat(change.changes()).singleElement()
				.isInstanceOfSatisfying(ConversationChange.Added.class,
						(added) -> assertThat(added.entry()).isInstanceOfSatisfying(MessageEntry.class,
								(entry) -> assertThat(entry.text()).isEqualTo("Hello")));
		});
	}

	@Test
	void eventsThatDoNotTouchTheHistoryAreNotTold() {
		receive(Wire.speechStarted(), Wire.responseCreated("resp_1", null), Wire.sessionUpdated());
		assertThat(this.changes).isEmpty();
	}

	@Test
	void changesMakeTheEntriesToldOfBeforeThoseOfNow() {
		receive(userItem("item_1", "One"));
		receive(userItem("item_2", "Two"), "{\"type\":\"conversation.item.deleted\",\"item_id\":\"item_1\"}");
		List<String> entries = new ArrayList<>();
		for (ConversationChanged change : this.changes) {
			change.changes().forEach((step) -> apply(entries, step));
		}
		assertThat(entries).containsExactly("item_2");
	}

	@Test
	void nothingIsMissedWhenTheListenerIsSlow() {
		this.fixture.connection()
			.receive(userItem("item_1", "One"), userItem("item_2", "Two"), userItem("item_3", "Three"));
		assertThat(this.changes).isEmpty();
		this.executor.runAll();
		assertThat(this.changes).flatExtracting(ConversationChanged::changes).hasSize(3);
		assertThat(this.changes.get(0).conversation().entries()).hasSize(3);
	}

	@Test
	void piecesOfTextAreNotToldOneByOne() {
		this.executor.runAll();
		receive(Wire.textDelta("a"), Wire.textDelta("b"));
		assertThat(this.changes).isEmpty();
	}

	// Whoever tells of no items tells what was said all the same
	private static String userItem(String id, String text) {
		return Wire.event("conversation.item.input_audio_transcription.completed")
			.put("item_id", id)
			.put("content_index", 0)
			.put("transcript", text)
			.toString();
	}

	private void receive(String... texts) {
		this.fixture.connection().receive(texts);
		this.executor.runAll();
	}

	private static void apply(List<String> entries, ConversationChange change) {
		if (change instanceof ConversationChange.Added added) {
			entries.add(added.index(), added.entry().itemId());
		}
		else if (change instanceof ConversationChange.Removed removed) {
			entries.remove(removed.index());
		}
	}

}
