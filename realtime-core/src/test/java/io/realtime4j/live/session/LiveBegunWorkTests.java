package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.live.store.LiveConversationRecorder;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.QueuedExecutor;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.store.ConversationRecorder;
import io.realtime4j.store.InMemoryConversationStore;
import io.realtime4j.store.RecordedConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a store knows of the work of a live session when it begins.
 */
class LiveBegunWorkTests {

	private final StoredConversations conversations;

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	private final QueuedExecutor writes = new QueuedExecutor();

	private final List<Set<String>> known = new ArrayList<>();

	private final LiveSession session;

	LiveBegunWorkTests() {
		InMemoryConversationStore store = new InMemoryConversationStore();
		this.conversations = new StoredConversations(store);
		ConversationRecorder recorder = ConversationRecorder.builder(store, this.writes, this.fixture.scheduler)
			.build();
		DelegationRunner work = DelegationRunner.builder(Runnable::run, this.fixture.scheduler)
			.settleTime(Duration.ZERO)
			.handler((task) -> {
				this.known.add(notes(task.session()));
				return "Done.";
			})
			.build();
		CallableTool book = CallableTool.of(FunctionTool.builder().name("book").build(), (call) -> {
			this.known.add(notes(call.session()));
			return ToolResult.text("done");
		});
		LiveClient client = new DefaultLiveClient(this.fixture.environment(), List.of(),
				List.of(new LiveConversationRecorder(recorder), work, new LiveToolRunner(
						ToolRunner.builder(Runnable::run, this.fixture.scheduler).tools(ToolSet.of(book)).build())),
				null);
		this.session = client.open(LiveSpec.builder(LiveSessionFixture.SETTINGS).build());
		this.fixture.connection().accept().receive(LiveSessionFixture.started());
	}

	private Set<String> notes(VoiceSession from) {
		RecordedConversation recorded = RecordedConversation.find(from);
		assertThat(recorded).isNotNull();
		return this.conversations.find(recorded.conversationId())
			.map((stored) -> stored.notes().keySet())
			.orElse(Set.of());
	}

	private void call() {
		this.fixture.connection()
			.receive("{\"type\":\"response.event\",\"delegation_id\":\"d2\",\"event\":{\"type\":"
					+ "\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"id\":\"fc_1\",\"call_id\":\"c1\","
					+ "\"name\":\"book\",\"arguments\":\"{}\",\"status\":\"completed\"}}}");
	}

	@Test
	void storeKnowsOfDelegatedWorkBeforeItBegins() {
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 900));
		assertThat(this.known).isEmpty();
		this.writes.runAll();
		assertThat(this.known).containsExactly(Set.of("live.work.d1"));
	}

	@Test
	void storeKnowsOfACallBeforeItsToolBegins() {
		call();
		assertThat(this.known).isEmpty();
		this.writes.runAll();
		assertThat(this.known).containsExactly(Set.of("live.work.c1"));
	}

	@Test
	void storeThatIsSlowDelaysWorkForSomeTimeOnly() {
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 900));
		call();
		this.fixture.scheduler.advance(Duration.ofMillis(999));
		assertThat(this.known).isEmpty();
		this.fixture.scheduler.advance(Duration.ofMillis(1));
		assertThat(this.known).hasSize(2);
		this.writes.runAll();
		assertThat(this.known).as("nothing begins twice").hasSize(2);
	}

	@Test
	void workDoesNotBeginWhereAnotherNodeHasTheConversation() {
		this.writes.runAll();
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		this.writes.runAll();
		String id = RecordedConversation.find(this.session).conversationId();
		assertThat(this.conversations.takeOver(id)).isPresent();
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 900));
		call();
		this.writes.runAll();
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(this.known).isEmpty();
	}

}
