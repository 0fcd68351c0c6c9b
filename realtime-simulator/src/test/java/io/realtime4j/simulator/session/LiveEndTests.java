package io.realtime4j.simulator.session;

import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the reasons for which live sessions end.
 */
class LiveEndTests {

	@ParameterizedTest
	@ValueSource(strings = { "close_requested", "expired", "content", "remote_hangup", "connection_lost" })
	void reasonIsTold(String reason) {
		SessionHarness harness = SessionHarness.open(SessionRequest.live());
		harness.send("{'type':'session.start','session':{'model':'gpt-live-1'}}");
		harness.end(reason);
		harness.advance(1000);
		assertThat(harness.last("session.closed").path("reason").asString()).isEqualTo(reason);
		assertThat(harness.closeCode()).isEqualTo(1000);
	}

}
