package io.realtime4j.simulator.ears;

import java.util.List;

import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ToolGrammar}.
 */
class ToolGrammarTests {

	private final ToolGrammar grammar = new ToolGrammar((word) -> !word.equals("xyzzy"));

	@Test
	void withoutToolsThereIsSmallTalkOnly() {
		assertThat(write()).isEqualTo("public <sentence> = <talk>;\n");
	}

	@Test
	void toolIsAskedForByItsNameAndItsDescription() {
		assertThat(write(tool("bookTable", "Make a reservation for a party: keep a table that is free", "{}")))
			.contains("\"book\" [ <article> ] \"table\" | \"reserve\" [ <article> ] \"table\"",
					"\"make\" [ <article> ] \"reservation\" | \"keep\" [ <article> ] \"table\"",
					"( <have> | <ask> ) [ <article> ] ( \"table\" | \"reservation\" )")
			.doesNotContain("party", "free");
	}

	@Test
	void whatIsLookedUpIsAThing() {
		assertThat(write(tool("get_weather", "Look up the weather for a city", "{'city':{'type':'string'}}")))
			.contains("( <have> | <ask> ) [ <article> ] ( \"weather\" )", "( <where> )*")
			.doesNotContain("\"get\"", "\"look\"");
	}

	@Test
	void argumentsAreSaidInAnyOrderAndTheTimeOnce() {
		assertThat(write(tool("book_table", "",
				"{'guest_name':{'type':'string'},'party_size':{'type':'integer'},'date':{'type':'string'},"
						+ "'start_time':{'type':'string'},'seating':{'type':'string','enum':['inside','on the xyzzy',"
						+ "'roof terrace']},'floor':{'type':'integer'},'quiet':{'type':'boolean'}}")))
			.containsPattern("\\( <who> \\| <people> \\| <date> \\| .*\"inside\" \\| \"roof\" \"terrace\".*"
					+ "<number> \\)\\* \\[ <time> \\( <who> .*\\)\\* ] \\[ <polite> ]")
			.contains("<choice> = \"inside\" | \"roof\" \"terrace\";")
			.doesNotContain("xyzzy");
	}

	@Test
	void toolThatNobodyCanPronounceIsLeftOut() {
		assertThat(write(tool("xyzzy", "", "{}"), tool("7", "", "{}"), tool("get", "", "{}")))
			.isEqualTo("public <sentence> = <talk>;\n");
	}

	private String write(ModelTool... tools) {
		return this.grammar.write(List.of(tools));
	}

	private static ModelTool tool(String name, String description, String properties) {
		return new ModelTool(name, description,
				Json.parse(("{'type':'object','properties':" + properties + "}").replace('\'', '"')));
	}

}
