package io.realtime4j.spring.phone.engine;

import java.time.Duration;
import java.util.List;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeThreads;
import org.junit.jupiter.api.Test;

import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PhoneLines}: whether calls may begin.
 */
class PhoneLinesTests {

	private final RealtimeClient client = mock(RealtimeClient.class);

	private final PhoneLines lines = new PhoneLines(new PhoneLines.Service(
			new RealtimeCallSessions(this.client, SessionSpec.of(RealtimeSessionSettings.builder().build()), List.of()),
			(event) -> {
			}, null, null, (caller, target) -> false),
			new PhoneSettings(10, 2, Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ofSeconds(30),
					Duration.ofSeconds(10), true),
			new PhoneLines.Threads(new BridgeThreads(Runnable::run, mock(TaskScheduler.class)), Runnable::run));

	@Test
	void callsHaveAPlaceWhileTheApplicationRuns() {
		assertThat(this.lines.hasPlace("+15550100")).isFalse();
		this.lines.start();
		assertThat(this.lines.hasPlace("+15550100")).isTrue();
	}

	@Test
	void callsHaveNoPlaceInAnApplicationThatIsDrained() {
		this.lines.start();
		given(this.client.isClosedToSessions()).willReturn(true);
		assertThat(this.lines.hasPlace("+15550100")).isFalse();
		given(this.client.isClosedToSessions()).willReturn(false);
		assertThat(this.lines.hasPlace("+15550100")).isTrue();
	}

}
