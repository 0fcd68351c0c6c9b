package io.realtime4j.tool;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArgumentCoercion}.
 */
class ArgumentCoercionTests {

	private static final String SCHEMA = """
			{"type":"object","properties":{
			"limit":{"type":"integer"},"price":{"type":"number"},"window":{"type":"boolean"},
			"room":{"type":"string"},"area":{"type":"string","enum":["INSIDE","GARDEN"]},
			"floor":{"type":"integer","enum":[1,2]},"maybe":{"type":["integer","null"]},
			"any":{"type":["integer","string"]},"at":{"type":"object","properties":{"hour":{"type":"integer"}}},
			"counts":{"type":"object","additionalProperties":{"type":"integer"}},
			"numbers":{"type":"array","items":{"type":"integer"}},"tree":{"$ref":"#/$defs/Tree"},
			"loop":{"$ref":"#/$defs/Loop"}},
			"$defs":{"Tree":{"type":"object","properties":{"size":{"type":"integer"},
			"children":{"type":"array","items":{"$ref":"#/$defs/Tree"}}}},"Loop":{"$ref":"#/$defs/Loop"}}}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"limit":"6"}                  | {"limit":6}
			{"limit":" -6 "}               | {"limit":-6}
			{"limit":6.0}                  | {"limit":6}
			{"limit":"6.0"}                | {"limit":6}
			{"price":"12.50"}              | {"price":12.50}
			{"price":"12"}                 | {"price":12}
			{"window":"true"}              | {"window":true}
			{"window":"False"}             | {"window":false}
			{"room":101}                   | {"room":"101"}
			{"area":"garden"}              | {"area":"GARDEN"}
			{"floor":"2"}                  | {"floor":2}
			{"maybe":"2"}                  | {"maybe":2}
			{"at":{"hour":"7"}}            | {"at":{"hour":7}}
			{"at":"{\\"hour\\":\\"7\\"}"}  | {"at":{"hour":7}}
			{"counts":{"a":"1"}}           | {"counts":{"a":1}}
			{"numbers":["1",2.0]}          | {"numbers":[1,2]}
			{"numbers":"[1,2]"}            | {"numbers":[1,2]}
			{"tree":{"children":[{"size":"3"}]}} | {"tree":{"children":[{"size":3}]}}
			""")
	void whatHasOneMeaningIsMended(String arguments, String mended) {
		assertThat(apply(arguments).toString()).isEqualTo(mended);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"limit":"six"}
			{"limit":"6.5"}
			{"limit":6.5}
			{"limit":"0x6"}
			{"limit":"007"}
			{"limit":""}
			{"limit":"99999999999999999999"}
			{"limit":true}
			{"price":"12,50"}
			{"price":"1e400"}
			{"window":"yes"}
			{"window":1}
			{"room":1.5}
			{"room":true}
			{"area":"roof"}
			{"any":"6"}
			{"at":"{"}
			{"at":"seven"}
			{"numbers":"1"}
			{"unknown":"6"}
			{"loop":"6"}
			""")
	void allElseStays(String arguments) {
		assertThat(apply(arguments)).isEqualTo(JsonMapper.shared().readTree(arguments));
	}

	private static JsonNode apply(String arguments) {
		return new ArgumentCoercion(JsonMapper.shared().readTree(SCHEMA))
			.apply(JsonMapper.shared().readTree(arguments));
	}

}
