package io.realtime4j.simulator.session;

import java.util.Map;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.server.DecisionEvent;
import io.realtime4j.live.model.answer.DecisionCompleted;
import io.realtime4j.live.model.answer.UnknownDecisionAnswer;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;
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

}
