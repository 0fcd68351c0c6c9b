package io.realtime4j.spring.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SilentCalls}.
 */
class SilentCallsTests {

	private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

	private final SilentCalls calls = new SilentCalls(Duration.ofSeconds(25), Duration.ofSeconds(5));

	private List<SipCallStore.SilentCall> look(int second, SipCallStore.SilentCall... found) {
		return this.calls.look(List.of(found), Duration.ofSeconds(second).toNanos());
	}

	private static SipCallStore.SilentCall call(long owner, Instant updatedAt, boolean released) {
		return new SipCallStore.SilentCall("rtc_1", "rts_1", owner, updatedAt, released);
	}

	@Test
	void callIsDueWhenItWasSilentForLongEnoughUnderOnesEyes() {
		SipCallStore.SilentCall silent = call(1, TIME, false);
		assertThat(look(100, silent)).isEmpty();
		assertThat(look(124, silent)).isEmpty();
		assertThat(look(125, silent)).containsExactly(silent);
	}

	@Test
	void callThatIsWrittenAgainIsNotSilent() {
		look(100, call(1, TIME, false));
		assertThat(look(120, call(1, TIME.plusSeconds(1), false))).isEmpty();
		assertThat(look(130, call(1, TIME.plusSeconds(1), false))).isEmpty();
		assertThat(look(145, call(1, TIME.plusSeconds(1), false))).hasSize(1);
	}

	@Test
	void callOfAnotherOwnerIsSilentAnew() {
		look(100, call(1, TIME, false));
		assertThat(look(130, call(2, TIME, false))).isEmpty();
	}

	@Test
	void callThatWasNotSeenForAWhileIsSilentAnew() {
		look(100, call(1, TIME, false));
		look(110);
		assertThat(look(130, call(1, TIME, false))).isEmpty();
	}

	@Test
	void callThatCouldNotBeTakenOverComesAfterOthers() {
		SipCallStore.SilentCall unreadable = call(1, TIME, false);
		SipCallStore.SilentCall other = new SipCallStore.SilentCall("rtc_2", "rts_2", 1L, TIME, false);
		look(100, unreadable, other);
		assertThat(look(130, unreadable, other)).containsExactly(unreadable, other);
		this.calls.onFailure(unreadable);
		assertThat(look(135, unreadable, other)).containsExactly(other, unreadable);
		this.calls.onFailure(other);
		this.calls.onFailure(other);
		assertThat(look(140, unreadable, other)).containsExactly(unreadable, other);
	}

	@Test
	void callThatItsNodeHasGivenUpIsDueSoon() {
		look(100, call(1, TIME, false));
		assertThat(look(101, call(1, TIME, true))).isEmpty();
		assertThat(look(106, call(1, TIME, true))).hasSize(1);
	}

}
