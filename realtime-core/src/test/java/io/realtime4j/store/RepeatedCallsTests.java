package io.realtime4j.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls of functions that were under way when their session was lost, and whose
 * tools may run again.
 */
class RepeatedCallsTests {

	private final FlakyStore store = new FlakyStore();

	private final StoredConversations conversations = new StoredConversations(this.store);

	private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger runs = new AtomicInteger();

	@AfterEach
	void stop() {
		this.timers.shutdownNow();
	}

	private StoreFixture goOn(String id, ToolOptions options) {
		CallableTool book = CallableTool.of(FunctionTool.builder().name("book").build(), options, (call) -> {
			this.runs.incrementAndGet();
			return ToolResult.text("Booked");
		});
		ToolRunner runner = ToolRunner.builder(Runnable::run, this.timers).tools(ToolSet.of(book)).build();
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		StoreFixture next = new StoreFixture(this.store, (spec) -> {
			SessionSpec.Builder builder = spec.toBuilder().interceptor(runner);
			taken.repeating(runner.idempotent(spec)).continueIn(builder);
			return builder.build();
		});
		next.script()
			.sent()
			.forEach((event) -> next.script()
				.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":" + event.get("item")
						+ "}"));
		return next;
	}

	private String first(String... texts) {
		StoreFixture fixture = new StoreFixture(this.store, (spec) -> spec);
		fixture.receive(texts);
		fixture.settle();
		return fixture.id();
	}

	private static String outputs(StoreFixture fixture) {
		return fixture.script()
			.sent()
			.stream()
			.filter((event) -> event.at("/item/type").asString("").equals("function_call_output"))
			.map((event) -> event.at("/item/call_id").asString() + ": " + event.at("/item/output").asString())
			.toList()
			.toString();
	}

	private static long requests(StoreFixture fixture) {
		return fixture.script()
			.sent()
			.stream()
			.map((event) -> event.path("type"))
			.map(JsonNode::asString)
			.filter("response.create"::equals)
			.count();
	}

	@Test
	void idempotentToolRunsAgainAndTheModelIsAsked() {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.call("c1", "call_1"));
		StoreFixture next = goOn(id, ToolOptions.defaults().asIdempotent());
		assertThat(this.runs).hasValue(1);
		assertThat(outputs(next)).contains("call_1: ").contains("Booked").doesNotContain("unknown_outcome");
		assertThat(requests(next)).isOne();
	}

	@Test
	void oneAnswerIsAskedForWhereOneCallRunsAgainAndAnotherDoesNot() {
		String id = first(StoreTalk.user("u1", null, "Book and pay"), StoreTalk.call("c1", "call_1"), StoreTalk.added(
				"c2", null,
				"'type':'function_call','status':'completed','call_id':'call_2','name':'pay','arguments':'{}'"));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		assertThat(taken.isAnswerDue()).isTrue();
		TakenConversation repeating = taken.repeating("book"::equals);
		assertThat(repeating.unknownOutcomes()).extracting(FunctionCallOutput::callId).containsExactly("call_2");
		assertThat(repeating.isRepeating()).isTrue();
		assertThat(repeating.isAnswerDue()).isFalse();
		StoreFixture next = goOn(id, ToolOptions.defaults().asIdempotent());
		assertThat(outputs(next)).contains("Booked").contains("unknown_outcome");
		assertThat(requests(next)).isOne();
	}

	@Test
	void otherToolDoesNotRunAgain() {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.call("c1", "call_1"));
		StoreFixture next = goOn(id, ToolOptions.defaults());
		assertThat(this.runs).hasValue(0);
		assertThat(outputs(next)).contains("unknown_outcome");
	}

	@Test
	void callOfWhichTheStoreHasOnlyTheBeginningDoesNotRunAgain() {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.begunCall("c1", "call_1", ""));
		StoreFixture next = goOn(id, ToolOptions.defaults().asIdempotent());
		assertThat(this.runs).hasValue(0);
		assertThat(outputs(next)).contains("call_1: ").contains("unknown_outcome");
	}

	@Test
	void callThatSomebodySpokeAfterDoesNotRunAgain() {
		String id = first(StoreTalk.call("c1", "call_1"), StoreTalk.user("u1", "c1", "Never mind"));
		StoreFixture next = goOn(id, ToolOptions.defaults().asIdempotent());
		assertThat(this.runs).hasValue(0);
		assertThat(outputs(next)).contains("unknown_outcome");
	}

	@Test
	void callWithAnOutputDoesNotRunAgain() {
		String id = first(StoreTalk.call("c1", "call_1"), StoreTalk.output("o1", "call_1"));
		goOn(id, ToolOptions.defaults().asIdempotent());
		assertThat(this.runs).hasValue(0);
	}

	@Test
	void sessionThatBeginsAnewRunsNothingAgain() {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.call("c1", "call_1"));
		StoreFixture next = goOn(id, ToolOptions.defaults().asIdempotent());
		next.session().close();
		next.script().end();
		next.session().renew();
		next.session().open();
		assertThat(this.runs).hasValue(1);
	}

}
