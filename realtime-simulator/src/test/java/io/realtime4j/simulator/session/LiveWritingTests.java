package io.realtime4j.simulator.session;

import java.util.stream.Collectors;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what users write in live sessions, and for sessions without delegation.
 */
class LiveWritingTests {

	private final SessionHarness harness = SessionHarness.open(SessionRequest.live());

	@Test
	void messageThatTheUserWroteIsAnsweredAsIfItWereSaid() {
		start("");
		write("My name is Ada");
		assertThat(words()).isEqualTo("Nice to meet you, Ada.");
	}

	@Test
	void otherCommentaryIsSaid() {
		assertThat(WrittenMessage.find("Answer: yes.")).isNull();
		assertThat(WrittenMessage.find("The table that the user wrote about is free: number 7.")).isNull();
		assertThat(WrittenMessage.find("Reply to what the guest typed: Is it: open?")).isEqualTo("Is it: open?");
	}

	@Test
	void delegationThatIsOffStaysOff() {
		this.harness.script().addReply(ModelReply.builder().text("One moment.").call("look", "{}", "c1").build());
		start(",'delegation':null");
		assertThat(this.harness.last("session.started").at("/session/delegation").isNull()).isTrue();
		write("Is it open?");
		assertThat(words()).isEqualTo("One moment.");
		assertThat(this.harness.all("session.delegation.created")).isEmpty();
		this.harness.update("{'delegation':{'type':'client'}}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.delegation.type");
	}

	@Test
	void delegationCannotBeTurnedOffLater() {
		start("");
		this.harness.update("{'delegation':null}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.delegation.type");
	}

	private void start(String more) {
		this.harness.send("{'type':'session.start','session':{'model':'gpt-live-1'" + more + "}}");
	}

	private void write(String text) {
		this.harness.send("{'type':'session.commentary.append','delegation_id':null,"
				+ "'content':'Answer this message that the user wrote: " + text + "'}");
		this.harness.advance(5000);
	}

	private String words() {
		return this.harness.all("session.output_transcript.delta")
			.stream()
			.map((event) -> event.path("delta").asString())
			.collect(Collectors.joining());
	}

}
