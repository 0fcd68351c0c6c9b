package io.realtime4j.spring.phone.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCaller;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PhoneLines}: whether calls may begin.
 */
class PhoneLinesTests {

	private static final PhoneCaller CALLER = new PhoneCaller("twilio", "CA1", "+15550100", Map.of());

	private final List<PhoneCallEvent> events = new ArrayList<>();

	private final RealtimeClient client = mock(RealtimeClient.class);

	private final PhoneLines lines = new PhoneLines(
			new PhoneLines.Service(new RealtimeCallSessions(this.client,
					SessionSpec.of(RealtimeSessionSettings.builder().build()), List.of()), this.events::add, null, null,
					(caller, target) -> false),
			new PhoneSettings(10, 2, Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ofSeconds(30),
					Duration.ofSeconds(10), true),
			new PhoneLines.Threads(new BridgeThreads(Runnable::run, mock(TaskScheduler.class)), Runnable::run),
			new CallPlaces(100));

	@Test
	void callsHaveAPlaceWhileTheApplicationRuns() {
		assertThat(this.lines.admits(CALLER)).isFalse();
		this.lines.start();
		assertThat(this.lines.admits(CALLER)).isTrue();
	}

	@Test
	void callsHaveNoPlaceInAnApplicationThatIsDrained() {
		this.lines.start();
		given(this.client.isClosedToSessions()).willReturn(true);
		assertThat(this.lines.admits(CALLER)).isFalse();
		given(this.client.isClosedToSessions()).willReturn(false);
		assertThat(this.lines.admits(CALLER)).isTrue();
	}

	@Test
	void applicationIsToldOnceOfACallThatIsRefusedBeforeItIsAnswered() {
		this.lines.admits(CALLER);
		this.lines.admits(CALLER);
		assertThat(this.events).containsExactly(new PhoneCallRefused(CALLER, PhoneCallRefused.Reason.STOPPING));
		this.lines.start();
		this.lines.admits(new PhoneCaller("twilio", "CA2", "+15550100", Map.of()));
		assertThat(this.events).hasSize(1);
	}

}
