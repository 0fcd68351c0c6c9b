package io.realtime4j.session.engine;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AcknowledgedSettings}.
 */
class AcknowledgedSettingsTests {

	private final AcknowledgedSettings settings = new AcknowledgedSettings(
			update("{'type':'realtime','instructions':'a','audio':{'input':{'turn_detection':"
					+ "{'type':'server_vad','threshold':0.5}},'output':{'voice':'marin'}},'tools':[{'name':'x'}]}"));

	@Test
	void absentMembersKeepTheirValues() {
		this.settings.acknowledge(update("{'instructions':'b','audio':{'output':{'speed':1.5}}}"));
		assertThat(session().path("instructions").asString()).isEqualTo("b");
		assertThat(session().at("/audio/output")).isEqualTo(json("{'voice':'marin','speed':1.5}"));
		assertThat(session().at("/audio/input/turn_detection/threshold").asDouble()).isEqualTo(0.5);
	}

	@Test
	void nullTurnsOffAndStays() {
		this.settings.acknowledge(update("{'audio':{'input':{'turn_detection':null}}}"));
		assertThat(session().at("/audio/input").has("turn_detection")).isTrue();
		assertThat(session().at("/audio/input/turn_detection").isNull()).isTrue();
	}

	@Test
	void valueOfAnotherKindTakesNothingOver() {
		this.settings.acknowledge(update("{'audio':{'input':{'turn_detection':{'type':'semantic_vad'}}}}"));
		assertThat(session().at("/audio/input/turn_detection")).isEqualTo(json("{'type':'semantic_vad'}"));
	}

	@Test
	void listsAreReplaced() {
		this.settings.acknowledge(update("{'tools':[]}"));
		assertThat(session().path("tools")).isEmpty();
	}

	@Test
	void eventHasTheIdThatItIsGiven() {
		assertThat(json(this.settings.update("e2")).path("event_id").asString()).isEqualTo("e2");
	}

	@Test
	void sessionThatSaidNothingSaysItsFirstChange() {
		AcknowledgedSettings none = new AcknowledgedSettings(null);
		assertThat(none.update("e")).isNull();
		none.acknowledge(update("{'instructions':'b'}"));
		assertThat(json(none.update("e")).at("/session/instructions").asString()).isEqualTo("b");
	}

	private JsonNode session() {
		return json(this.settings.update("e")).path("session");
	}

	private static String update(String session) {
		return ("{'type':'session.update','event_id':'e1','session':" + session + "}").replace('\'', '"');
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text.replace('\'', '"'));
	}

}
