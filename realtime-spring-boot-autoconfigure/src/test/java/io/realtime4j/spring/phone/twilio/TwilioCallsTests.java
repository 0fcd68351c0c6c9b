package io.realtime4j.spring.phone.twilio;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

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
	void callIsTransferredByOtherTwiml() {
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("tel:+14155550142"))))
			.succeedsWithin(PATIENCE);
		assertThat(decoded()).isEqualTo("POST /2010-04-01/Accounts/AC1/Calls/CA1.json"
				+ " Twiml=<Response><Dial><Number>+14155550142</Number></Dial></Response>");
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("sip:desk@pbx.example.com"))))
			.succeedsWithin(PATIENCE);
		assertThat(decoded()).contains("<Dial><Sip>sip:desk@pbx.example.com</Sip></Dial>");
	}

	@Test
	void numberThatLooksLikeAnErrorIsNone() {
		this.api.answer(200, "{\"sid\": \"CA1\", \"to\": \"+12122051234\", \"price\": \"21220\", \"code\": 21220}");
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("tel:+12122051234"))))
			.succeedsWithin(PATIENCE);
	}

	@Test
	void problemThatNamesANumberIsNoEndOfTheCall() {
		this.api.answer(400, "{\"code\": 21215, \"message\": \"+121220512345\"}");
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("tel:+121220512345")))).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(PhoneTransferException.class,
					(ex) -> assertThat(ex.reason()).isEqualTo(PhoneTransferException.Reason.REFUSED));
		this.api.answer(502, "<html>21220");
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("tel:+14155550142")))).failsWithin(PATIENCE)
			.withThrowableThat()
			.withMessageContaining("status 502");
	}

	@ParameterizedTest
	@CsvSource({ "404, 20404, CALL_ENDED", "400, 21220, CALL_ENDED", "400, 21215, REFUSED", "500, 1, REFUSED" })
	void transferThatIsNotTakenSaysWhy(int status, String code, PhoneTransferException.Reason reason) {
		this.api.answer(status, "{\"code\": " + code + ", \"message\": \"+14155550142\"}");
		assertThat(this.calls.transfer("CA1", TransferTarget.of(URI.create("tel:+14155550142")))).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(PhoneTransferException.class, (ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex).message().doesNotContain("+14155550142");
			});
	}

	private String decoded() {
		return URLDecoder.decode(this.api.command(), StandardCharsets.UTF_8);
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
