package io.realtime4j.spring.tool.ai;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.SessionClosed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LiveTranscriptMemory}.
 */
class LiveTranscriptMemoryTests {

	private final Store store = new Store();

	private final LiveTranscriptMemory memory = new LiveTranscriptMemory(this.store);

	private final LiveSession session = mock(LiveSession.class);

	private final LiveServerEvent event = new UnknownLiveServerEvent("session.note", null,
			JsonNodeFactory.instance.objectNode());

	private List<LiveTurn> turns = List.of();

	LiveTranscriptMemoryTests() {
		given(this.session.id()).willReturn("rts_1");
		given(this.session.turns()).willAnswer((call) -> this.turns);
	}

	@Test
	void turnsThatTheStoreRefusedAreStoredWithTheNextOne() {
		endTurn("t1", "Is it open?");
		refuse(this::hear);
		endTurn("t2", "Until ten.");
		hear();
		assertThat(this.store.texts).containsExactly("Is it open?", "Until ten.");
		endTurn("t3", "Good.");
		hear();
		assertThat(this.store.texts).containsExactly("Is it open?", "Until ten.", "Good.");
	}

	@Test
	void turnsThatTheStoreRefusedAreStoredAtTheEnd() {
		endTurn("t1", "Is it open?");
		refuse(this::hear);
		end();
		assertThat(this.store.texts).containsExactly("Is it open?");
	}

	@Test
	void storeThatRefusedIsNotAskedAgainByEachEvent() {
		endTurn("t1", "Is it open?");
		refuse(this::hear);
		assertThat(this.memory.wants(this.session, this.event)).isFalse();
		hear();
		assertThat(this.store.texts).isEmpty();
	}

	@Test
	void nothingIsHeldOfASessionThatHasEndedWithARefusal() {
		endTurn("t1", "Is it open?");
		refuse(this::end);
		assertThat(this.memory.wants(this.session, this.event)).isTrue();
	}

	private void endTurn(String id, String text) {
		List<LiveTurn> now = new ArrayList<>(this.turns);
		now.add(new LiveTurn(id, LiveRole.USER, text, 0, 900));
		this.turns = now;
	}

	private void hear() {
		this.memory.onEvent(this.session, this.event, "{}");
	}

	private void end() {
		this.memory.onSessionEvent(this.session, new SessionClosed(new ClosedByApplication()));
	}

	private void refuse(Runnable action) {
		this.store.refuses = true;
		assertThatIllegalStateException().isThrownBy(action::run).withMessage("No database");
		this.store.refuses = false;
	}

	static class Store implements ChatMemory {

		private final List<String> texts = new ArrayList<>();

		private boolean refuses;

		@Override
		public void add(String conversationId, List<Message> messages) {
			if (this.refuses) {
				throw new IllegalStateException("No database");
			}
			messages.forEach((message) -> this.texts.add(message.getText()));
		}

		@Override
		public List<Message> get(String conversationId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void clear(String conversationId) {
			throw new UnsupportedOperationException();
		}

	}

}
