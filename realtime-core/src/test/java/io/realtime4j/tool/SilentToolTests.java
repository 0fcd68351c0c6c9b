package io.realtime4j.tool;

import java.time.Duration;

import io.realtime4j.session.ServerVoice;
import io.realtime4j.session.SessionTimeouts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tools of sessions whose server says less and less.
 */
class SilentToolTests {

	private static final Duration TIMEOUT = SessionTimeouts.defaults().response();

	private final ToolFixture fixture = new ToolFixture();

	@Test
	void modelIsAskedToGoOnAlthoughTheResponseThatCalledNeverEnds() {
		this.fixture.calls("resp_1", "later", "{}");
		this.fixture.finish("call_0", "sunny");
		assertThat(this.fixture.followUps()).isZero();
		this.fixture.script.advance(TIMEOUT.multipliedBy(2));
		assertThat(this.fixture.script.sentTypes()).containsExactly("conversation.item.create", "response.cancel",
				"response.create");
	}

	@Test
	void callThatIsAnsweredAfterItsResponseWasGivenUpIsFollowedUpOnce() {
		this.fixture.calls("resp_1", "later", "{}");
		this.fixture.script.advance(Duration.ofSeconds(59));
		this.fixture.script.voice(ServerVoice.silent());
		this.fixture.script.advance(Duration.ofSeconds(20));
		assertThat(this.fixture.output("call_0")).isNotEmpty();
		assertThat(this.fixture.followUps()).isOne();
		this.fixture.finish("call_0", "sunny");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void followUpThatIsNotAnsweredDoesNotHoldUpTheNext() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.script.voice(ServerVoice.silent());
		this.fixture.finish("call_0", "sunny");
		this.fixture.script.session().respond();
		assertThat(this.fixture.followUps()).isOne();
		this.fixture.script.advance(TIMEOUT);
		assertThat(this.fixture.followUps()).isEqualTo(2);
	}

}
