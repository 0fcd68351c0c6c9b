package io.realtime4j.tool;

import io.realtime4j.conversation.ToolCallEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls of servers that announce less than others, or that answer calls by themselves.
 */
class ToolServerSaysLessTests {

	private final ToolFixture fixture = new ToolFixture();

	@Test
	void callThatIsToldByItsArgumentsAloneIsAnsweredAndPartOfTheHistory() {
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"), argumentsDone("call_0", "later"),
				ToolWire.responseDone("resp_1", "completed"));
		this.fixture.finish("call_0", "result");
		assertThat(this.fixture.output("call_0")).isEqualTo("result");
		assertThat(this.fixture.script.session().conversation().entries()).first()
			.isInstanceOfSatisfying(ToolCallEntry.class, (call) -> assertThat(call.name()).isEqualTo("later"));
	}

	@Test
	void callThatIsToldAtTheEndOfItsResponseAloneIsAnsweredAndPartOfTheHistory() {
		this.fixture.script
			.receive(ToolWire.responseDone("resp_1", "completed", ToolWire.call("call_0", "later", "{}", "completed")));
		this.fixture.finish("call_0", "result");
		assertThat(this.fixture.output("call_0")).isEqualTo("result");
		assertThat(this.fixture.script.session().conversation().entries()).hasSize(1);
	}

	@Test
	void callThatTheServerAnswersIsNotAnsweredAgain() {
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"),
				ToolWire.callDone("resp_1", "call_0", "search", "{}", "completed"), ToolWire.responseDone("resp_1",
						"completed", ToolWire.call("call_0", "search", "{}", "completed"), output("call_0")));
		assertThat(this.fixture.outputs()).isEmpty();
		assertThat(this.fixture.script.sent())
			.noneMatch((event) -> event.path("type").asString().equals("response.create"));
		assertThat(this.fixture.script.session().conversation().entries()).singleElement()
			.isInstanceOfSatisfying(ToolCallEntry.class, (call) -> assertThat(call.output()).isEqualTo("served"));
	}

	@Test
	void callThatTheServerAnswersInTheOutputOfAResponseAloneIsNotAnsweredAgain() {
		this.fixture.script.receive(ToolWire.responseDone("resp_1", "completed",
				ToolWire.call("call_0", "search", "{}", "completed"), output("call_0")));
		assertThat(this.fixture.outputs()).isEmpty();
		assertThat(this.fixture.script.session().conversation().entries()).hasSize(1);
	}

	@Test
	void callThatRunsIsWithdrawnWhenTheServerAnswersIt() {
		this.fixture.calls("resp_1", "later", "{}");
		ObjectNode told = event("response.output_item.done").put("response_id", "resp_1").put("output_index", 1);
		this.fixture.script.receive(told.set("item", output("call_0")).toString());
		this.fixture.done("resp_1").finish("call_0", "late");
		assertThat(this.fixture.outputs()).isEmpty();
		assertThat(this.fixture.events).filteredOn(ToolCallFinished.class::isInstance)
			.singleElement()
			.isInstanceOfSatisfying(ToolCallFinished.class,
					(finished) -> assertThat(finished.outcome()).isEqualTo(new ToolOutcome.AnsweredByServer()));
	}

	private static JsonNode output(String callId) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("id", "item_of_output")
			.put("type", "function_call_output")
			.put("call_id", callId)
			.put("output", "served");
	}

	private static String argumentsDone(String callId, String name) {
		return event("response.function_call_arguments.done").put("response_id", "resp_1")
			.put("item_id", "item_" + callId)
			.put("call_id", callId)
			.put("name", name)
			.put("arguments", "{}")
			.toString();
	}

	private static ObjectNode event(String type) {
		return JsonMapper.shared().createObjectNode().put("type", type);
	}

}
