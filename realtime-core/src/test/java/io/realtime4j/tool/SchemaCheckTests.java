package io.realtime4j.tool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SchemaCheck}.
 */
class SchemaCheckTests {

	private static final String SCHEMA = """
			{"type":"object","required":["guests","at"],"properties":{
			"guests":{"type":"integer"},"price":{"type":"number"},"window":{"type":"boolean"},
			"area":{"type":"string","enum":["inside","garden"]},"note":{"type":["string","null"]},
			"at":{"type":"object","required":["day"],"properties":{"day":{"type":"string"}}},
			"names":{"type":"array","items":{"type":"string"}},"other":{"$ref":"#/$defs/Other"}}}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"guests":2,"at":{"day":"x"}}                        | ``
			{"guests":2.0,"at":{"day":"x"},"unknown":1}          | ``
			{"guests":2,"at":{"day":"x"},"note":null}            | ``
			{"guests":2,"at":{"day":"x"},"area":null}            | ``
			{"guests":2,"at":{"day":"x"},"other":[1]}            | ``
			{"guests":2.5,"at":{"day":"x"}}                      | guests must be an integer but is a number
			{"guests":"2","at":{"day":"x"}}                      | guests must be an integer but is a string
			{"guests":2,"at":{}}                                 | at.day is missing
			{"guests":2,"at":"x"}                                | at must be an object but is a string
			{"guests":2,"at":{"day":"x"},"window":"yes"}         | window must be a boolean but is a string
			{"guests":2,"at":{"day":"x"},"price":true}           | price must be a number but is a boolean
			{"guests":2,"at":{"day":"x"},"note":1}               | note must be a string or null but is a number
			{"guests":2,"at":{"day":"x"},"area":"roof"}          | area must be one of ["inside","garden"]
			{"guests":2,"at":{"day":"x"},"names":["a",1]}        | names[1] must be a string but is a number
			{}                                                   | guests is missing; at is missing
			""")
	void problemsAreNamed(String arguments, String problems) {
		assertThat(String.join("; ",
				SchemaCheck.problems(JsonMapper.shared().readTree(arguments), JsonMapper.shared().readTree(SCHEMA))))
			.isEqualTo(problems);
	}

	@Test
	void problemsAreFew() {
		String schema = "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}";
		assertThat(SchemaCheck.problems(JsonMapper.shared().readTree("[1,2,3,4,5,6,7,8]"),
				JsonMapper.shared().readTree(schema)))
			.hasSize(5);
	}

	@Test
	void schemaWithoutRulesTakesAnything() {
		assertThat(SchemaCheck.problems(JsonMapper.shared().readTree("{\"a\":[{}]}"),
				JsonMapper.shared().readTree("{\"type\":[],\"properties\":{\"a\":true}}")))
			.isEmpty();
	}

}
