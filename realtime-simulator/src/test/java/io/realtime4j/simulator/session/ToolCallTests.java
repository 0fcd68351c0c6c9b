package io.realtime4j.simulator.session;

import java.util.List;

import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ToolCallTests {

	private static final String WEATHER = "{'type':'function','name':'get_weather','description':'Look up the weather "
			+ "for a city.','parameters':{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}}";

	private static final String TIME = "{'type':'function','name':'get_time','description':'Tell the time in a zone.',"
			+ "'parameters':{'type':'object','properties':{'zone':{'type':'string'}},'required':['zone']}}";

	private final SessionHarness harness = SessionHarness.openText();

	@Test
	void namedToolIsCalledAndItsOutputTold() {
		this.harness.update("{'type':'realtime','tools':[" + WEATHER + "]}");
		this.harness.forget();
		this.harness.say("What is the weather in London?");
		JsonNode call = this.harness.answer().at("/output/0");
		assertThat(this.harness.types()).containsSubsequence("response.created", "response.output_item.added",
				"conversation.item.added", "response.function_call_arguments.delta",
				"response.function_call_arguments.done", "conversation.item.done", "response.output_item.done",
				"response.done", "rate_limits.updated");
		ObjectNode done = this.harness.last("response.function_call_arguments.done");
		assertThat(done.path("name").asString()).isEqualTo("get_weather");
		assertThat(Json.parse(Json.text(done, "arguments", ""))).isEqualTo(Json.parse("{\"city\":\"London\"}"));
		assertThat(call.path("status").asString()).isEqualTo("completed");
		output(call, "It is foggy and 12 degrees in London.");
		assertThat(this.harness.answer().at("/output/0/content/0/text").asString())
			.isEqualTo("Here is what I found: It is foggy and 12 degrees in London.");
	}

	@Test
	void severalToolsAreCalledInOneResponse() {
		this.harness.update("{'type':'realtime','tools':[" + WEATHER + "," + TIME + "]}");
		this.harness.say("Please use both tools for Paris.");
		JsonNode output = this.harness.answer().path("output");
		assertThat(output).hasSize(2);
		List<ObjectNode> done = this.harness.all("response.function_call_arguments.done");
		assertThat(done).extracting((event) -> event.path("output_index").asInt()).containsExactly(0, 1);
		output(output.path(0), "{'temperature':'mild'}".replace('\'', '"').replace("\"", "\\\""));
		output(output.path(1), "noon");
		assertThat(this.harness.answer().at("/output/0/content/0/text").asString()).contains("temperature is mild")
			.contains("noon");
	}

	@Test
	void toolChoiceIsRespected() {
		this.harness.update("{'type':'realtime','tools':[" + WEATHER + "," + TIME + "]}");
		this.harness.say("What is the weather in London?");
		assertThat(choose("'none'").path("type").asString()).isEqualTo("message");
		this.harness.say("Hello");
		assertThat(choose("'required'").path("name").asString()).isEqualTo("get_weather");
		assertThat(choose("{'type':'function','name':'get_time'}").path("name").asString()).isEqualTo("get_time");
	}

	@Test
	void outputOfAnUnknownCallIsRefused() {
		output(Json.object().put("call_id", "call_unknown"), "x");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("invalid_tool_call_id");
	}

	private JsonNode choose(String choice) {
		this.harness.send("{'type':'response.create','response':{'tool_choice':" + choice + "}}");
		return this.harness.finish().at("/output/0");
	}

	private void output(JsonNode call, String output) {
		this.harness.send("{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'"
				+ Json.text(call, "call_id") + "','output':'" + output + "'}}");
	}

}
