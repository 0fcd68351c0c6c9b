package io.realtime4j.spring.phone.telnyx;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.engine.CommandRecorder;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TelnyxCalls}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelnyxCallsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final CommandRecorder api = new CommandRecorder();

	private final TelnyxCalls calls = new TelnyxCalls(this.api.url(), "KEY1");

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void commandsAreTheOnesOfTheApi() {
		assertThat(this.calls.answer("v3:a-_1", Map.of("stream_url", "wss://x"))).succeedsWithin(PATIENCE);
		assertThat(this.api.authorization()).isEqualTo("Bearer KEY1");
		assertThat(this.api.command()).startsWith("POST /v2/calls/v3:a-_1/actions/answer ")
			.contains("\"stream_url\":\"wss://x\"", "\"command_id\":\"realtime4j-answer\"");
		assertThat(this.calls.reject("v3:a-_1")).succeedsWithin(PATIENCE);
		assertThat(this.api.command()).contains("/actions/reject ", "\"cause\":\"USER_BUSY\"");
		assertThat(this.calls.hangUp("v3:a-_1")).succeedsWithin(PATIENCE);
		assertThat(this.api.command()).contains("/actions/hangup ");
	}

	@Test
	void everyTransferIsACommandOfItsOwn() {
		TransferTarget target = TransferTarget.of(URI.create("sip:desk@pbx.example.com"));
		assertThat(this.calls.transfer("v3:a", target)).succeedsWithin(PATIENCE);
		String first = this.api.command();
		assertThat(first).startsWith("POST /v2/calls/v3:a/actions/transfer ")
			.contains("\"to\":\"sip:desk@pbx.example.com\"", "\"client_state\":", "\"target_leg_client_state\":");
		assertThat(this.calls.transfer("v3:a", target)).succeedsWithin(PATIENCE);
		assertThat(this.api.command()).isNotEqualTo(first);
	}

	@ParameterizedTest
	@CsvSource({ "404, 10005, CALL_ENDED", "422, 90018, CALL_ENDED", "422, 10010, REFUSED" })
	void transferThatIsNotTakenSaysWhy(int status, String code, PhoneTransferException.Reason reason) {
		answer(status, code);
		assertThat(this.calls.transfer("v3:a", TransferTarget.of(URI.create("tel:+14155550142")))).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(PhoneTransferException.class, (ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	@ParameterizedTest
	@CsvSource({ "200, 0", "404, 10005", "422, 90018" })
	void callThatIsOverIsNoProblem(int status, String code, CapturedOutput output) {
		answer(status, code);
		assertThat(this.calls.hangUp("v3:a")).succeedsWithin(PATIENCE);
		assertThat(output).doesNotContain("call v3:a");
	}

	@Test
	void commandThatIsNotTakenIsNamed(CapturedOutput output) {
		answer(401, "10009");
		assertThat(this.calls.answer("v3:a", Map.of())).succeedsWithin(PATIENCE);
		assertThat(output).contains("The command 'answer' failed for call v3:a: status 401, error 10009: No key FAKE")
			.doesNotContain("KEY1");
		this.api.answer(500, "<html>");
		assertThat(this.calls.answer("v3:b", Map.of())).succeedsWithin(PATIENCE);
		assertThat(output).contains("call v3:b: status 500");
	}

	@Test
	void apiThatIsNotThereIsNamed(CapturedOutput output) {
		this.api.close();
		assertThat(this.calls.hangUp("v3:a").handle((done, ex) -> ex != null)).succeedsWithin(PATIENCE).isEqualTo(true);
		assertThat(output).contains("The command 'hangup' failed for call v3:a");
	}

	private void answer(int status, String code) {
		this.api.answer(status, "{\"errors\":[{\"code\":\"" + code + "\",\"detail\":\"No key\\nFAKE\"}]}");
	}

}
