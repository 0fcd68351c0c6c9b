package io.realtime4j.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a store knows of a tool when it begins: whoever goes on with the
 * conversation must know of the call.
 */
class BegunToolTests {

	private final FlakyStore store = new FlakyStore();

	private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

	private final List<String> known = new ArrayList<>();

	@AfterEach
	void stop() {
		this.timers.shutdownNow();
	}

	private StoreFixture fixture(ToolOptions options) {
		CallableTool book = CallableTool.of(FunctionTool.builder().name("book").build(), options, (call) -> {
			String id = RecordedConversation.find(call.session()).conversationId();
			this.known.add(this.store.items(id).stream().map(ItemRecord::json).toList().toString());
			return ToolResult.text("Booked");
		});
		ToolRunner runner = ToolRunner.builder(Runnable::run, this.timers).tools(ToolSet.of(book)).build();
		StoreFixture fixture = new StoreFixture(this.store, (spec) -> spec.toBuilder().interceptor(runner).build());
		fixture.settle();
		return fixture;
	}

	private static void call(StoreFixture fixture) {
		fixture.receive(StoreTalk.created("r1"), StoreTalk.begunCall("c1", "call_1", ""),
				"{'type':'response.output_item.done','response_id':'r1','output_index':0,'item':{'id':'c1',"
						+ "'type':'function_call','status':'completed','call_id':'call_1','name':'book','arguments':'{}'}}");
	}

	@Test
	void storeKnowsOfTheCallBeforeTheToolBegins() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		call(fixture);
		assertThat(this.known).isEmpty();
		fixture.executor.runAll();
		assertThat(this.known).singleElement().asString().contains("call_1");
	}

	@Test
	void nodeThatGoesOnDoesNotRunWhatHadBegun() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		call(fixture);
		fixture.executor.runAll();
		TakenConversation taken = new StoredConversations(this.store).takeOver(fixture.id()).orElseThrow();
		assertThat(taken.unknownOutcomes()).extracting((output) -> output.callId()).containsExactly("call_1");
	}

	@Test
	void idempotentToolWaitsForNothing() {
		StoreFixture fixture = fixture(ToolOptions.defaults().asIdempotent());
		call(fixture);
		assertThat(this.known).hasSize(1);
	}

	@Test
	void storeThatIsSlowDelaysTheToolForSomeTimeOnly() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		call(fixture);
		fixture.script().advance(Duration.ofMillis(999));
		assertThat(this.known).isEmpty();
		fixture.script().advance(Duration.ofMillis(1));
		assertThat(this.known).singleElement().asString().doesNotContain("call_1");
		fixture.executor.runAll();
		assertThat(fixture.events).containsExactly(new WorkNotStored(fixture.id(), "call_1"));
	}

	@Test
	void toolRunsOnceThoughTheStoreAnswersLate() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		call(fixture);
		fixture.pass(Duration.ofSeconds(1));
		fixture.pass(Duration.ofSeconds(1));
		assertThat(this.known).hasSize(1);
	}

	@Test
	void storeThatFailsDelaysNoTool() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		this.store.refuse(true);
		call(fixture);
		fixture.executor.runAll();
		assertThat(this.known).hasSize(1);
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing", "realtime4j.store.work_not_stored");
		fixture.receive("{'type':'response.output_item.done','response_id':'r1','output_index':1,'item':{'id':'c2',"
				+ "'type':'function_call','status':'completed','call_id':'call_2','name':'book','arguments':'{}'}}");
		assertThat(this.known).as("the store is known to fail").hasSize(2);
	}

	@Test
	void changesMeanwhileDoNotDelayTheTool() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		this.store.meanwhile(() -> fixture.receive(StoreTalk.delta("r1", "a1", "and")));
		call(fixture);
		fixture.executor.runNext();
		assertThat(this.known).hasSize(1);
	}

	@Test
	void toolDoesNotBeginWhereAnotherNodeHasTheConversation() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		assertThat(new StoredConversations(this.store).takeOver(fixture.id())).isPresent();
		call(fixture);
		fixture.executor.runAll();
		fixture.pass(Duration.ofSeconds(1));
		assertThat(this.known).isEmpty();
	}

	@Test
	void toolRunsWhereTheConversationWasDeleted() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		assertThat(new StoredConversations(this.store).delete(fixture.id())).isTrue();
		call(fixture);
		fixture.executor.runAll();
		assertThat(this.known).hasSize(1);
	}

	@Test
	void toolThatWasInterruptedMeanwhileDoesNotBegin() {
		StoreFixture fixture = fixture(ToolOptions.defaults());
		call(fixture);
		fixture.receive("{'type':'response.done','response':{'id':'r1','status':'cancelled',"
				+ "'conversation_id':'conv_1','output':[]}}");
		fixture.executor.runAll();
		assertThat(this.known).isEmpty();
	}

}
