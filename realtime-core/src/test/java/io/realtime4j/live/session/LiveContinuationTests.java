package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.live.store.LiveContinuation;
import io.realtime4j.live.store.LiveConversationRecorder;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.live.usage.LiveUsageTracker;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionState;
import io.realtime4j.store.ClosedByTakeOver;
import io.realtime4j.store.ConversationRecorder;
import io.realtime4j.store.InMemoryConversationStore;
import io.realtime4j.store.RecordedConversation;
import io.realtime4j.store.StoreOptions;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.store.StoredSettings;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import io.realtime4j.transport.Closed;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.UsageTracker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a live session that goes on with the conversation of another one.
 */
class LiveContinuationTests {

	private static final LiveSpec GREETING = LiveSpec.builder(LiveSessionFixture.SETTINGS)
		.greeting("Good morning.")
		.build();

	private static final String CALL = "{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\","
			+ "\"id\":\"fc_1\",\"call_id\":\"c1\",\"name\":\"book\",\"arguments\":\"{}\",\"status\":\"completed\"}}";

	private final InMemoryConversationStore store = new InMemoryConversationStore();

	private final StoredConversations conversations = new StoredConversations(this.store);

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	// What works for the model is begun and never ends
	private final List<Runnable> held = new ArrayList<>();

	private LiveSession open(LiveSpec spec) {
		UsageTracker usage = UsageTracker.builder(Runnable::run).build();
		ConversationRecorder recorder = ConversationRecorder.builder(this.store, Runnable::run, this.fixture.scheduler)
			.user((session) -> "ann")
			.build();
		DelegationRunner work = DelegationRunner.builder(this.held::add, this.fixture.scheduler)
			.handler((task) -> "Done.")
			.build();
		LiveClient client = new DefaultLiveClient(this.fixture.environment(), List.of(), List.of(
				new LiveUsageTracker(usage), new LiveConversationRecorder(recorder), work,
				new LiveToolRunner(ToolRunner.builder(this.held::add, this.fixture.scheduler)
					.tools(ToolSet.of(CallableTool.of(FunctionTool.builder().name("book").description("Books").build(),
							(call) -> ToolResult.text("done"))))
					.build())),
				null);
		LiveSession session = client.open(spec);
		ScriptedConnection connection = this.fixture.connection().accept();
		if (!spec.isAttached()) {
			connection.receive(LiveSessionFixture.started());
		}
		return session;
	}

	private ScriptedConnection connection() {
		return this.fixture.connection();
	}

	private void settle() {
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
	}

	private StoredConversation stored(LiveSession session) {
		RecordedConversation recorded = RecordedConversation.find(session);
		assertThat(recorded).isNotNull();
		return this.conversations.find(recorded.conversationId()).orElseThrow();
	}

	private LiveContinuation taken(LiveSession session) {
		return LiveContinuation.of(this.conversations.takeOver(stored(session).header()).orElseThrow());
	}

	private LiveSession talked() {
		LiveSession session = open(GREETING);
		connection().receive(LiveSessionFixture.appended("commentary", null),
				DelegationFixture.words("input", "A table for two?", 0, 1000),
				DelegationFixture.words("output", "By the window.", 2000, 3000), LiveSessionFixture.used(12.5));
		settle();
		return session;
	}

	private static List<String> told(JsonNode start) {
		return start.at("/session/input")
			.valueStream()
			.map((message) -> message.path("role").asString() + ": " + message.at("/content/0/text").asString())
			.toList();
	}

	private static List<String> texts(LiveSession session) {
		return session.conversation().entries().stream().map((entry) -> ((MessageEntry) entry).text()).toList();
	}

	@Test
	void serverStartsWithTheWordsAndNobodyIsGreetedAgain() {
		LiveSession first = talked();
		assertThat(stored(first).settings()).isEqualTo(new StoredSettings("live", "gpt-live-1", null));
		assertThat(stored(first).user()).isEqualTo("ann");
		LiveContinuation taken = taken(first);
		LiveSession next = open(taken.continueIn(GREETING));
		assertThat(told(connection().expect("session.start"))).containsExactly("user: A table for two?",
				"assistant: By the window.");
		assertThat(taken.isAnswerDue()).isFalse();
		assertThat(taken.followUp(next)).isCompletedWithValue(null);
		connection().expectNothingMore();
		assertThat(texts(next)).containsExactly("A table for two?", "By the window.");
		assertThat(next.turns()).extracting(LiveTurn::text).containsExactly("A table for two?", "By the window.");
		assertThat(SessionUsage.of(next).totals().active().usage().active()).isEqualTo(Duration.ofMillis(12_500));
	}

	@Test
	void whatIsSaidNextIsStoredBehindItAndTheFirstSessionEnds() {
		LiveSession first = talked();
		ScriptedConnection lost = connection();
		LiveSession next = open(taken(first).continueIn(GREETING));
		connection().receive(DelegationFixture.words("output", "Anything else?", 0, 1000),
				DelegationFixture.words("input", "No.", 2000, 2500), LiveSessionFixture.used(5));
		settle();
		StoredConversation stored = stored(next);
		assertThat(stored.id()).isEqualTo(first.id());
		assertThat(stored.header().owner()).isEqualTo(2);
		assertThat(stored.items()).extracting(ItemSnapshot::id).containsExactly("turn_1", "turn_2", "turn_3", "turn_4");
		assertThat(stored.conversation().entries()).extracting((entry) -> ((MessageEntry) entry).text())
			.containsExactly("A table for two?", "By the window.", "Anything else?", "No.");
		assertThat(stored.usage()).isNotNull();
		assertThat(stored.usage().active().usage().active()).isEqualTo(Duration.ofMillis(17_500));
		this.fixture.scheduler.advance(Duration.ofSeconds(10));
		assertThat(lost.sent()).last().asString().contains("session.close");
		lost.receive(LiveSessionFixture.closed("close_requested")).end(new Closed(1000, ""));
		assertThat(first.closed()).isCompletedWithValueMatching(ClosedByTakeOver.class::isInstance);
		assertThat(next.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void whatWasBeingSaidIsToldAsFarAsItWasSaid() {
		LiveSession first = open(GREETING);
		connection().receive(DelegationFixture.words("output", "Good mor", 0, 500));
		settle();
		LiveSession next = open(taken(first).continueIn(GREETING));
		assertThat(told(connection().expect("session.start"))).containsExactly("assistant: Good mor");
		assertThat(next.conversation().entries()).singleElement()
			.isInstanceOfSatisfying(MessageEntry.class, (entry) -> assertThat(entry.interrupted()).isTrue());
	}

	@Test
	void modelIsAskedToAnswerWhatNobodyAnswered() {
		LiveSession first = open(GREETING);
		connection().receive(DelegationFixture.words("input", "A table for two?", 0, 1000));
		settle();
		LiveContinuation taken = taken(first);
		assertThat(taken.isAnswerDue()).isTrue();
		LiveSession next = open(taken.continueIn(GREETING));
		taken.followUp(next);
		connection().expect("session.start");
		assertThat(connection().expect("session.commentary.append").path("content").asString()).contains("Answer");
		connection().expectNothingMore();
	}

	@Test
	void outcomeOfWorkThatWasOpenIsNotKnownAndToldOnce() {
		LiveSession first = talked();
		connection().receive(DelegationFixture.delegated("d1", 900), nested("d2", CALL));
		settle();
		assertThat(stored(first).notes()).containsOnlyKeys("live.work.c1", "live.work.d1");
		LiveContinuation taken = taken(first);
		assertThat(taken.isAnswerDue()).isTrue();
		LiveSession next = open(taken.continueIn(GREETING));
		List<String> told = told(connection().expect("session.start"));
		assertThat(told).hasSize(4);
		assertThat(told.subList(2, 4)).anyMatch((text) -> text.contains("function book"))
			.allMatch((text) -> text.startsWith("developer: ") && text.contains("not known"));
		settle();
		assertThat(stored(next).notes()).isEmpty();
		assertThat(stored(next).items()).hasSize(4);
		assertThat(taken(next).isAnswerDue()).isFalse();
		assertThat(this.held).as("work is begun once").hasSize(2);
	}

	@Test
	void workThatIsDoneIsForgotten() {
		LiveSession first = talked();
		connection().receive(DelegationFixture.delegated("d1", 900), nested("d2", CALL),
				nested("d2", "{\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}"));
		this.held.forEach(Runnable::run);
		connection().receive(LiveSessionFixture.appended("commentary", null));
		settle();
		assertThat(connection().types()).endsWith("response.item.create", "response.create");
		assertThat(stored(first).notes()).isEmpty();
	}

	@Test
	void serverOfACallIsToldOfOpenWorkAndOfNothingElse() {
		LiveSession first = open(LiveSpec.attachedTo("live_7").build());
		connection().receive(DelegationFixture.words("input", "Book it.", 0, 1000), LiveSessionFixture.used(60),
				DelegationFixture.delegated("d1", 900), nested("d2", CALL));
		settle();
		LiveContinuation taken = taken(first);
		LiveSession next = open(taken.continueIn(LiveSpec.attachedTo("live_7").build()));
		assertThat(texts(next)).first().isEqualTo("Book it.");
		connection().expectNothingMore();
		taken.tellOutcomes(next);
		assertThat(connection().sent()).hasSize(3);
		JsonNode work = connection().expect("session.commentary.append");
		assertThat(work.path("delegation_id").asString()).isEqualTo("d1");
		JsonNode output = connection().expect("response.item.create");
		assertThat(output.at("/item/call_id").asString()).isEqualTo("c1");
		assertThat(output.at("/item/output").asString()).contains("unknown_outcome");
		connection().expect("response.create");
		connection().receive(LiveSessionFixture.used(70));
		assertThat(SessionUsage.of(next).totals().active().usage().active()).isEqualTo(Duration.ofSeconds(70));
	}

	@Test
	void callThatMayRunTwiceRunsAgainAndTheServerOfACallHasItsOutput() {
		LiveSession first = open(LiveSpec.attachedTo("live_7").build());
		connection().receive(nested("d2", CALL), nested("d2", CALL.replace("c1", "c2").replace("book", "look")),
				nested("d2", "{\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}"));
		settle();
		LiveContinuation taken = taken(first).repeating("book"::equals);
		assertThat(taken.isAnswerDue()).isFalse();
		this.held.clear();
		LiveSession next = open(taken.continueIn(LiveSpec.attachedTo("live_7").build()));
		taken.tellOutcomes(next);
		connection().expectNothingMore();
		assertThat(stored(next).notes()).containsOnlyKeys("live.work.c1", "live.work.c2");
		this.held.forEach(Runnable::run);
		assertThat(List.of(connection().expect("response.item.create"), connection().expect("response.item.create")))
			.extracting((event) -> event.at("/item/call_id").asString() + " " + event.at("/item/output").asString())
			.anyMatch((output) -> output.startsWith("c1 done"))
			.anyMatch((output) -> output.startsWith("c2 ") && output.contains("unknown_outcome"));
		connection().expect("response.create");
		connection().expectNothingMore();
		settle();
		assertThat(stored(next).notes()).isEmpty();
	}

	@Test
	void callThatMayRunTwiceRunsAgainAndAnotherServerIsToldInWords() {
		LiveSession first = talked();
		connection().receive(nested("d2", CALL));
		settle();
		LiveContinuation taken = taken(first).repeating("book"::equals);
		this.held.clear();
		LiveSession next = open(taken.continueIn(GREETING));
		assertThat(told(connection().expect("session.start"))).hasSize(2);
		assertThat(taken.followUp(next)).isCompletedWithValue(null);
		connection().expectNothingMore();
		this.held.forEach(Runnable::run);
		assertThat(connection().expect("session.thinking.append").path("content").asString()).contains("function book")
			.endsWith("done");
		connection().expect("session.commentary.append");
		connection().expectNothingMore();
		settle();
		assertThat(stored(next).notes()).isEmpty();
	}

	@Test
	void callWhoseArgumentsAreTooLongToBeNotedIsNotRunAgain() {
		LiveSession first = talked();
		connection().receive(nested("d2", CALL.replace("\"{}\"", "\"" + "x".repeat(1000) + "\"")));
		settle();
		LiveContinuation taken = taken(first).repeating("book"::equals);
		assertThat(taken.isAnswerDue()).isTrue();
		open(taken.continueIn(GREETING));
		assertThat(told(connection().expect("session.start"))).last().asString().contains("not known");
	}

	@Test
	void whatTheHistoryHasNoRoomForStaysInTheStore() {
		ConversationLimits one = new ConversationLimits(1, 1_000_000, false);
		LiveSession first = open(GREETING.toBuilder().history(one).build());
		connection().receive(DelegationFixture.words("input", "A table?", 0, 1000),
				DelegationFixture.words("output", "Here.", 2000, 3000));
		settle();
		LiveSession next = open(taken(first).continueIn(GREETING.toBuilder().history(one).build()));
		assertThat(told(connection().expect("session.start"))).hasSize(2);
		assertThat(texts(next)).containsExactly("Here.");
		connection().receive(DelegationFixture.words("input", "Thanks.", 0, 1000));
		settle();
		assertThat(stored(next).items()).extracting(ItemSnapshot::id).containsExactly("turn_1", "turn_2", "turn_3");
	}

	@Test
	void sessionThatIsNotToBeStoredIsNot() {
		LiveSession session = open(
				LiveConversationRecorder.options(LiveSpec.builder(LiveSessionFixture.SETTINGS), StoreOptions.none())
					.build());
		connection().receive(DelegationFixture.words("input", "A table?", 0, 1000));
		settle();
		assertThat(RecordedConversation.find(session)).isNull();
		assertThat(this.store.find(session.id())).isNull();
	}

	private static String nested(String delegationId, String event) {
		return "{\"type\":\"response.event\",\"delegation_id\":\"" + delegationId + "\",\"event\":" + event + "}";
	}

}
