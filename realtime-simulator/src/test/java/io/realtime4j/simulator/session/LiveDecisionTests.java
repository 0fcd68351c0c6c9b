package io.realtime4j.simulator.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.server.DecisionEvent;
import io.realtime4j.live.model.answer.DecisionCompleted;
import io.realtime4j.live.model.answer.UnknownDecisionAnswer;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveDecisions}.
 */
class LiveDecisionTests {

	private static final String START = "{'type':'session.start','session':{'model':'gpt-live-1','delegation':{"
			+ "'type':'decisions','decisions':{'model':'gpt-5-nano','questions':["
			+ "{'type':'choice','name':'mood','instructions':'How?','choices':[{'value':'calm'},{'value':'angry'}]},"
			+ "{'type':'predicate','name':'leaving','instructions':'Does the guest leave?'},"
			+ "{'type':'score','name':'hunger','instructions':'How hungry?','levels':[]}]}}}}";

	private final SessionHarness harness = SessionHarness.open(SessionRequest.live());

	@Test
	void questionsAreAnsweredAsScripted() {
		this.harness.send(START);
		this.harness.script().addDecision(Map.of("mood", "angry", "leaving", true, "hunger", 4));
		this.harness.send("{'type':'decision.create','event_id':'d1'}");
		ObjectNode event = this.harness.last("decision.event");
		assertThat(event.path("source_event_id").asString()).isEqualTo("d1");
		assertThat(event.at("/event/decision/model").asString()).isEqualTo("gpt-5-nano");
		assertThat(event.at("/event/decision/answers/0/choice").asString()).isEqualTo("angry");
		assertThat(event.at("/event/decision/answers/1/probability").asDouble()).isEqualTo(1);
		assertThat(event.at("/event/decision/answers/2/score").asDouble()).isEqualTo(4);
		this.harness.send("{'type':'decision.create','event_id':'d2'}");
		ObjectNode other = this.harness.last("decision.event");
		assertThat(other.at("/event/decision/answers/0/choice").asString()).isEqualTo("calm");
		assertThat(other.at("/event/decision/answers/1/probability").asDouble()).isEqualTo(0.5);
		assertThat(LiveCodec.create().decodeServerEvent(event.toString())).isInstanceOfSatisfying(DecisionEvent.class,
				(decoded) -> assertThat(decoded.event()).isInstanceOfSatisfying(DecisionCompleted.class,
						(completed) -> assertThat(completed.decision().answers()).hasSize(3)
							.doesNotHaveAnyElementsOfTypes(UnknownDecisionAnswer.class)));
	}

	@Test
	void modelDelegatesADecision() {
		this.harness.send(START);
		this.harness.script().addTranscript("Goodbye.");
		this.harness.script().addReply(ModelReply.builder().text("One moment.").call("decide", "{}").build());
		this.harness.script().addDecision(Map.of("leaving", 0.9, "mood", Optional.empty()));
		speak();
		ObjectNode created = this.harness.last("session.delegation.created");
		assertThat(created.at("/delegation/target").asString()).isEqualTo("decisions");
		ObjectNode event = this.harness.last("decision.event");
		assertThat(event.path("delegation_id")).isEqualTo(created.at("/delegation/id"));
		assertThat(event.path("source_event_id").isNull()).isTrue();
		assertThat(event.at("/event/decision/answers/0/type").asString()).isEqualTo("refusal");
		assertThat(event.at("/event/decision/answers/1/probability").asDouble()).isEqualTo(0.9);
		assertThat(event.at("/event/decision/usage/total_tokens").asInt()).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "input, Goodbye now, Farewell", "output, Hello, Farewell then" })
	void wordsTriggerDecisions(String side, String heard, String answer) {
		String type = "session." + side + "_transcript.delta";
		this.harness.send("{'type':'session.start','session':{'model':'gpt-live-1','triggers':[{'type':'decisions',"
				+ "'event_type':'" + type + "','decisions':{'questions':[{'type':'predicate','name':'leaving',"
				+ "'instructions':'Does the guest leave?'}]}}]}}");
		this.harness.script().addTranscript(heard);
		this.harness.script().addReply(ModelReply.text(answer));
		this.harness.script().addDecision(Map.of("hunger", 1));
		this.harness.script().addDecision(Map.of("leaving", true));
		speak();
		List<ObjectNode> words = this.harness.all(type);
		List<ObjectNode> decisions = this.harness.all("decision.event");
		assertThat(words).hasSize(2);
		assertThat(decisions).extracting((event) -> event.path("source_event_id"))
			.containsExactly(words.get(0).path("event_id"), words.get(1).path("event_id"));
		assertThat(decisions).extracting((event) -> event.at("/event/decision/answers/0/probability").asDouble())
			.containsExactly(1.0, 0.5);
		assertThat(decisions.get(0).path("delegation_id").isNull()).isTrue();
		assertThat(decisions.get(0).path("source_event_type").asString()).isEqualTo(type);
		assertThat(decisions.get(0).path("trigger_id").asString()).isNotEmpty();
		this.harness.update("{'triggers':[]}");
		this.harness.script().addTranscript("Goodbye");
		speak();
		assertThat(this.harness.all("decision.event")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					'delegation':{'type':'decisions'}                                   | session.delegation.decisions
					'delegation':{'type':'decisions','decisions':{'questions':[]}}      | session.delegation.decisions.model
					'triggers':[{'type':'decisions','event_type':'session.closed'}]     | session.triggers[0].event_type
					'triggers':[{'type':'decisions','event_type':'session.input_transcript.delta','decisions':{'questions':[]}},			{'type':'decisions','event_type':'session.input_transcript.delta','decisions':{'questions':[]}}] | session.triggers
					""",
			quoteCharacter = '"')
	void settingsThatDecideNothingAreRefused(String member, String param) {
		this.harness.send("{'type':'session.start','session':{'model':'gpt-live-1'," + member + "}}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo(param);
	}

	@Test
	void updateKeepsTheQuestionsThatItLeavesOut() {
		this.harness.send(START);
		this.harness.update("{'delegation':{'type':'decisions','decisions':{'model':'gpt-5'}}}");
		this.harness.send("{'type':'decision.create','event_id':'d1'}");
		ObjectNode event = this.harness.last("decision.event");
		assertThat(event.at("/event/decision/model").asString()).isEqualTo("gpt-5");
		assertThat(event.at("/event/decision/answers")).hasSize(3);
	}

	@Test
	void decisionIsAskedForOnceByOneId() {
		this.harness.send(START);
		this.harness.send("{'type':'decision.create','event_id':'d1'}");
		this.harness.send("{'type':'decision.create','event_id':'d1'}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("event_id");
		assertThat(this.harness.all("decision.event")).hasSize(1);
	}

	@Test
	void itemsAreAcknowledged() {
		this.harness.send(START);
		this.harness.send("{'type':'decision.item.create','event_id':'i1','item':{'type':'message','role':'user',"
				+ "'content':'Hello'}}");
		ObjectNode created = this.harness.last("decision.item.created");
		assertThat(created.path("client_event_id").asString()).isEqualTo("i1");
		String id = created.at("/item/id").asString();
		this.harness.send("{'type':'decision.item.delete','item_id':'" + id + "'}");
		assertThat(this.harness.last("decision.item.deleted").path("item_id").asString()).isEqualTo(id);
		this.harness.send("{'type':'decision.item.delete','item_id':'" + id + "'}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("item_id");
	}

	@Test
	void decisionNeedsItsDelegationAndAnId() {
		this.harness.send(START);
		this.harness.send("{'type':'decision.create'}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("event_id");
		SessionHarness other = SessionHarness.open(SessionRequest.live());
		other.send("{'type':'session.start','session':{'model':'gpt-live-1'}}");
		other.send("{'type':'decision.create','event_id':'d1'}");
		assertThat(other.lastError().path("message").asString()).contains("requires decisions delegation");
	}

	private void speak() {
		this.harness.speakLive();
		this.harness.advance(10_000);
	}

}
