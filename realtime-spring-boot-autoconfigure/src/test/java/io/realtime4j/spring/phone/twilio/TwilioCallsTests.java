package io.realtime4j.spring.phone.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.realtime4j.spring.phone.engine.CommandRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TwilioCalls}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TwilioCallsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final CommandRecorder api = new CommandRecorder();

	private final TwilioCalls calls = new TwilioCalls(this.api.url(), "AC1", "token");

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void callIsHungUpByTheCommandOfTheApi() {
		assertThat(this.calls.hangUp("CA1")).succeedsWithin(PATIENCE);
		String credentials = Base64.getEncoder().encodeToString("AC1:token".getBytes(StandardCharsets.UTF_8));
		assertThat(this.api.authorization()).isEqualTo("Basic " + credentials);
		assertThat(this.api.command()).isEqualTo("POST /2010-04-01/Accounts/AC1/Calls/CA1.json Status=completed");
	}

	@Test
	void callThatIsOverIsNoProblem(CapturedOutput output) {
		this.api.answer(404, "{\"code\":20404}");
		assertThat(this.calls.hangUp("CA2")).succeedsWithin(PATIENCE);
		assertThat(output).doesNotContain("CA2");
	}

	@Test
	void commandThatIsNotTakenIsNamedWithoutTheToken(CapturedOutput output) {
		this.api.answer(401, "{\"code\":20003}");
		assertThat(this.calls.hangUp("CA3")).succeedsWithin(PATIENCE);
		assertThat(output).contains("Call CA3 could not be hung up, and ends with its stream: status 401")
			.doesNotContain("token");
		this.api.close();
		assertThat(this.calls.hangUp("CA4").handle((done, ex) -> ex != null)).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(output).contains("Call CA4 could not be hung up");
	}

}
