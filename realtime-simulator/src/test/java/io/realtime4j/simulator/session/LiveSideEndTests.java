package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.standard.StandardModel;
import io.realtime4j.simulator.response.TokenBudget;
import io.realtime4j.simulator.support.ManualTimeline;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for those who are at the side of a live session when it ends, or come too late.
 */
class LiveSideEndTests {

	private final ManualTimeline timeline = new ManualTimeline();

	private final ServedSessionEnvironment environment = new ServedSessionEnvironment(this.timeline,
			new StandardModel(), new ToneVoice(), StandardEars.deaf(), 4, Duration.ofMinutes(60), Set.of(),
			new TokenBudget(15_000_000), new SessionScript());

	private final ServedLiveSession session = ServedLiveSession.ofCall("live_1",
			Json.object().put("model", "gpt-live-1"), this.environment);

	@Test
	void whoAttachesWhileTheSessionEndsIsToldAndClosed() {
		this.session.end("remote_hangup");
		this.timeline.settle();
		Side side = attach();
		assertThat(side.reasons).containsExactly("remote_hangup");
		this.timeline.advance(Duration.ofSeconds(1));
		assertThat(side.closeCodes).containsExactly(1000);
	}

	@Test
	void whoAttachesToASessionThatHasEndedIsToldAndClosedAtOnce() {
		this.timeline.settle();
		this.session.close();
		Side side = attach();
		assertThat(side.reasons).containsExactly("connection_lost");
		assertThat(side.closeCodes).containsExactly(1000);
	}

	@Test
	void whoIsThereIsClosedWhereTheClientGoesFirst() {
		Side side = attach();
		this.session.end("close_requested");
		this.session.close();
		this.timeline.advance(Duration.ofSeconds(1));
		assertThat(side.reasons).containsExactly("close_requested");
		assertThat(side.closeCodes).containsExactly(1000);
	}

	private Side attach() {
		Side side = new Side();
		SessionRequest request = SessionRequest.attachment(this.session.id()).withTarget(this.session);
		ServedSession.create(request, this.environment, side).open();
		this.timeline.settle();
		return side;
	}

	private static final class Side implements SessionOutput {

		private final List<String> reasons = new ArrayList<>();

		private final List<Integer> closeCodes = new ArrayList<>();

		@Override
		public void send(ObjectNode event) {
			if ("session.closed".equals(Json.text(event, "type"))) {
				this.reasons.add(Json.text(event, "reason", ""));
			}
		}

		@Override
		public void close(int code, String reason) {
			this.closeCodes.add(code);
		}

	}

}
