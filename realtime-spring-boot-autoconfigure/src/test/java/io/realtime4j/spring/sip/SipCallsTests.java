package io.realtime4j.spring.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.webhook.CallIncoming;
import io.realtime4j.webhook.LiveTransportIncoming;
import io.realtime4j.webhook.RealtimeCallIncoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SipCalls}: which webhooks are calls.
 */
@ExtendWith(OutputCaptureExtension.class)
class SipCallsTests {

	private static final SipCalls.Application NOTHING = new SipCalls.Application((event) -> {
	}, (caller, target) -> false, new CallPlaces(100));

	private final List<String> handled = new ArrayList<>();

	@Test
	void webhooksOfTheOtherFamilyAreLeftAloneAndToldOnce(CapturedOutput output) {
		SipCalls calls = calls(new RealtimeSipSessions(mock(RealtimeClient.class), mock(RealtimeRestClient.class),
				SessionSpec.of(RealtimeSessionSettings.builder().build())));
		receive(calls, live("live_1"));
		receive(calls, live("live_2"));
		assertThat(this.handled).isEmpty();
		assertThat(output.getOut()).containsOnlyOnce("Webhooks of the type 'live.transport.incoming'")
			.contains("'realtime.sip.family'");
		receive(calls, realtime("rtc_1"));
		receive(calls, realtime("rtc_1"));
		assertThat(this.handled).containsExactly("rtc_1");
	}

	@Test
	void webhooksOfTheFirstFamilyAreLeftAloneInTheLiveOne(CapturedOutput output) {
		SipCalls calls = calls(new LiveSipSessions(mock(LiveClient.class), mock(RealtimeRestClient.class)));
		receive(calls, live("live_1"));
		assertThat(output).doesNotContain("realtime.sip.family");
		receive(calls, realtime("rtc_1"));
		assertThat(this.handled).containsExactly("live_1");
		assertThat(output.getOut()).containsOnlyOnce("Webhooks of the type 'realtime.call.incoming'");
	}

	private static SipCalls calls(SipSessions sessions) {
		return new SipCalls(sessions, new SipSettings(Duration.ofSeconds(5), 10, 5, Duration.ofSeconds(20)),
				new SipCalls.Threads(Runnable::run, Runnable::run, mock(ScheduledExecutorService.class)), NOTHING);
	}

	private void receive(SipCalls calls, CallIncoming event) {
		calls.receive(event, (call) -> this.handled.add(call.callId()));
	}

	private static CallIncoming live(String id) {
		return new LiveTransportIncoming(null, null, id, List.of(), null);
	}

	private static CallIncoming realtime(String id) {
		return new RealtimeCallIncoming(null, null, id, List.of(), null);
	}

}
