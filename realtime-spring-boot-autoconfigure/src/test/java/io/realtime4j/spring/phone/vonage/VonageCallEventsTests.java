package io.realtime4j.spring.phone.vonage;

import java.util.Map;

import io.realtime4j.spring.phone.engine.PhoneLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link VonageCallEvents}.
 */
@ExtendWith(OutputCaptureExtension.class)
class VonageCallEventsTests {

	private final PhoneLines lines = mock();

	private final VonageCallEvents events = new VonageCallEvents(this.lines);

	@Test
	void callThatIsOverEnds(CapturedOutput output) {
		this.events.accept(event("call-1", "completed", ""));
		then(this.lines).should().end("call-1");
		assertThat(output).doesNotContain("call-1");
	}

	@Test
	void callThatCouldNotBeConnectedIsNamedWithTheReason(CapturedOutput output) {
		this.events.accept(event("call-2", "failed", "cannot_route\nFAKE"));
		assertThat(output).contains("Vonage could not connect call-2: failed cannot_route FAKE");
		this.events.accept(event("", "", "Syntax error in NCCO"));
		assertThat(output).contains("Vonage complains: Syntax error in NCCO");
		then(this.lines).shouldHaveNoInteractions();
	}

	@Test
	void whatElseHappensIsOfNoInterest(CapturedOutput output) {
		this.events.accept(event("call-3", "answered", ""));
		this.events.accept(event("call-3", "disconnected", ""));
		assertThat(output).doesNotContain("call-3");
		then(this.lines).shouldHaveNoInteractions();
	}

	private static VonageEvent event(String callId, String status, String detail) {
		return new VonageEvent(callId, status, "447700900000", "wss://voice.example.com/media", detail, Map.of());
	}

}
