package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.rest.RealtimeRestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for answers of the service that do not end.
 */
class BoundedAnswerTests {

	private static final long MUCH = 32 * 1024 * 1024;

	private final HttpService service = new HttpService().answerForEver();

	private final SessionSettings settings = RealtimeSessionSettings.builder().build();

	@AfterEach
	void close() {
		this.service.close();
	}

	@Test
	void keyIsNotReadForEver() {
		withClient((client) -> assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> client.createClientSecret(this.settings, Duration.ofMinutes(1)))
			.havingRootCause()
			.withMessage("The answer is larger than 1048576 bytes"));
	}

	@Test
	void answerToACallIsNotReadForEver() {
		withClient((client) -> assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> client.createCall("v=0", this.settings)));
	}

	@Test
	void answerThatNobodyReadsIsNotWaitedFor() {
		withClient((client) -> client.hangUpCall("rtc_1"));
	}

	@Test
	void refusalIsNotReadForEver() {
		this.service.answer(500);
		withClient((client) -> assertThatExceptionOfType(RealtimeRestException.class)
			.isThrownBy(() -> client.createClientSecret(this.settings))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(500)));
	}

	private void withClient(Consumer<RealtimeRestClient> test) {
		RealtimeContext.runner(ScriptedTransport.silent())
			.withConfiguration(AutoConfigurations.of(RealtimeRestAutoConfiguration.class))
			.withPropertyValues("realtime.session.auto-open=false", "realtime.open-timeout=1h",
					"realtime.base-url=" + this.service.url())
			.run((context) -> {
				test.accept(context.getBean(RealtimeRestClient.class));
				assertThat(this.service.cut().get(20, TimeUnit.SECONDS)).isLessThan(MUCH);
			});
	}

}
