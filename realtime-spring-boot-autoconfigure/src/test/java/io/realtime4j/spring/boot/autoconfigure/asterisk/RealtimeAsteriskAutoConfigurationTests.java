package io.realtime4j.spring.boot.autoconfigure.asterisk;

import java.net.ServerSocket;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;
import io.realtime4j.spring.phone.asterisk.AudioSocketRate;
import io.realtime4j.spring.phone.asterisk.AudioSocketServer;
import io.realtime4j.spring.phone.engine.PhoneLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeAsteriskAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeAsteriskAutoConfigurationTests {

	private final ApplicationContextRunner all = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
				RealtimeAsteriskAutoConfiguration.class))
		.withPropertyValues("realtime.api-key=test-key", "realtime.session.auto-open=false",
				"realtime.asterisk.port=0");

	private final ApplicationContextRunner runner = this.all.withPropertyValues("realtime.asterisk.enabled=true");

	@Test
	void nothingListensUnlessEnabled() {
		this.all.run((context) -> assertThat(context).doesNotHaveBean(AudioSocketServer.class)
			.doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void nothingListensWithoutWebSockets() {
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketSession.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AudioSocketServer.class));
	}

	@Test
	void liveSessionsThatCallsCannotHaveAreNamed() {
		this.runner.withPropertyValues("realtime.phone.family=live")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'realtime.live.model' must be set with 'realtime.phone.family=live'"));
	}

	@Test
	void onlyThisMachineReachesThePortByDefault() {
		AsteriskProperties properties = new AsteriskProperties();
		AudioSocketServer.Settings settings = AsteriskPropertiesMapper.server(properties);
		assertThat(settings.address().getAddress().isLoopbackAddress()).isTrue();
		assertThat(settings.address().getPort()).isEqualTo(9092);
		assertThat(settings.rate()).isEqualTo(AudioSocketRate.RATE_8000);
		assertThat(AsteriskPropertiesMapper.admission(properties, mock(), mock()).everybody()).isFalse();
	}

	@Test
	void dialPlanIsAskedOnlyIfItIsThere() {
		AsteriskProperties properties = new AsteriskProperties();
		AsteriskTransfers transfers = mock();
		assertThat(AsteriskPropertiesMapper.admission(properties, mock(), transfers).transfers()).isNull();
		properties.setDialPlanTransfers(true);
		assertThat(AsteriskPropertiesMapper.admission(properties, mock(), transfers).transfers()).isSameAs(transfers);
		this.runner.withBean(AsteriskTransfers.class, () -> transfers)
			.run((context) -> assertThat(context).getBean(AsteriskTransfers.class).isSameAs(transfers));
	}

	@Test
	void mappingOfProperties() {
		this.runner
			.withPropertyValues("realtime.asterisk.sample-rate=24000", "realtime.asterisk.max-calls=7",
					"realtime.asterisk.max-calls-per-caller=2", "realtime.asterisk.ticket-lifetime=5s")
			.run((context) -> {
				AsteriskProperties properties = context.getBean(AsteriskProperties.class);
				assertThat(AsteriskPropertiesMapper.rate(properties)).isEqualTo(AudioSocketRate.RATE_24000);
				assertThat(AsteriskPropertiesMapper.settings(properties)).asString()
					.contains("maxCalls=7", "maxCallsPerCaller=2", "oneUnknownCaller=false");
				assertThat(AsteriskPropertiesMapper.ticketLifetime(properties)).hasSeconds(5);
				assertThat(context.getBean(AudioSocketServer.class).port()).isPositive();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.asterisk.port=65536", "realtime.asterisk.address=::::",
			"realtime.asterisk.sample-rate=44100", "realtime.asterisk.trusted-addresses=pbx.example.com",
			"realtime.asterisk.trusted-addresses=10.0.0.1,0.0.0.0/0", "realtime.asterisk.max-calls=0",
			"realtime.asterisk.max-calls-per-caller=0", "realtime.asterisk.joined-audio=1s",
			"realtime.asterisk.ticket-lifetime=1ms" })
	void propertyThatCannotBeIsNamed(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void portForEverybodyIsAnnounced(CapturedOutput output) {
		this.runner
			.withPropertyValues("realtime.asterisk.answer-everybody=true",
					"realtime.asterisk.trusted-addresses=0.0.0.0/0")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("has calls answered at your expense");
	}

	@Test
	void portThatIsTakenStopsTheStart() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1,
				AsteriskPropertiesMapper.server(new AsteriskProperties()).address().getAddress())) {
			this.runner.withPropertyValues("realtime.asterisk.port=" + taken.getLocalPort())
				.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("in use"));
		}
	}

	@Test
	void applicationWithoutAWebServerStaysAlive() {
		this.runner.run((context) -> assertThat(Thread.getAllStackTraces().keySet())
			.anyMatch((thread) -> thread.getName().equals("realtime-asterisk") && !thread.isDaemon()));
	}

	@Test
	void noSessionIsOpenedBesideThoseOfCalls(CapturedOutput output) {
		this.runner.withPropertyValues("realtime.session.auto-open=")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("since 'realtime.asterisk.enabled' opens sessions of its own");
	}

	@Test
	void ticketsCanBeReplaced() {
		AsteriskTickets own = mock();
		this.runner.withBean(AsteriskTickets.class, () -> own)
			.run((context) -> assertThat(context).getBean(AsteriskTickets.class).isSameAs(own));
	}

}
