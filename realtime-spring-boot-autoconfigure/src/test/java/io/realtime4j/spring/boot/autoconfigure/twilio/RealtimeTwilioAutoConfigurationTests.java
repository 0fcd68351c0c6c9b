package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.recording.CallRecordingStore;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.spring.phone.recording.DirectoryRecordingStore;
import io.realtime4j.spring.phone.twilio.TwilioTickets;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeTwilioAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeTwilioAutoConfigurationTests {

	private final WebApplicationContextRunner runner = configured(new WebApplicationContextRunner())
		.withPropertyValues("realtime.twilio.enabled=true");

	@Test
	void nothingIsAnsweredUnlessEnabled() {
		configured(new WebApplicationContextRunner())
			.run((context) -> assertThat(context).doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void callsAreNotRecordedUnlessEnabled() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(CallRecordingStore.class));
	}

	@Test
	void recordingsGoToTheDirectory(@TempDir Path directory) {
		Path recordings = directory.resolve("recordings");
		this.runner
			.withPropertyValues("realtime.phone.recording.enabled=true",
					"realtime.phone.recording.directory=" + recordings, "realtime.phone.recording.max-duration=10m")
			.run((context) -> {
				assertThat(context.getBean(CallRecordingStore.class)).isInstanceOf(DirectoryRecordingStore.class);
				assertThat(context.getBean(CallRecordings.class).maxDuration()).isEqualTo(Duration.ofMinutes(10));
				assertThat(recordings).isDirectory();
			});
	}

	@Test
	void recordingsGoToTheStoreOfTheApplication() {
		CallRecordingStore store = mock(CallRecordingStore.class);
		this.runner.withPropertyValues("realtime.phone.recording.enabled=true")
			.withBean(CallRecordingStore.class, () -> store)
			.run((context) -> assertThat(context.getBean(CallRecordings.class).store()).isSameAs(store));
	}

	@ParameterizedTest
	@ValueSource(strings = { "directory=", "directory=/dev/null/recordings", "max-duration=0s", "max-duration=13h" })
	void recordingThatCannotBeIsNamed(String property) {
		this.runner
			.withPropertyValues("realtime.phone.recording.enabled=true",
					"realtime.phone.recording.directory=" + System.getProperty("java.io.tmpdir"),
					"realtime.phone.recording." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.phone.recording." + property.substring(0, property.indexOf('='))));
	}

	@Test
	void callsAreTransferredToNobodyUnlessAllowed() {
		PhoneCaller caller = new PhoneCaller("twilio", "CA1", null, Map.of());
		URI colleague = URI.create("tel:+14155550142");
		this.runner.run((context) -> assertThat(context.getBean(PhoneTransferPolicy.class).isAllowed(caller, colleague))
			.isFalse());
		this.runner.withPropertyValues("realtime.phone.transfer.allowed-targets=sip:desk@pbx.example.com,+1415*")
			.run((context) -> assertThat(context.getBean(PhoneTransferPolicy.class).isAllowed(caller, colleague))
				.isTrue());
		PhoneTransferPolicy own = mock();
		this.runner.withBean(PhoneTransferPolicy.class, () -> own)
			.run((context) -> assertThat(context).getBean(PhoneTransferPolicy.class).isSameAs(own));
		this.runner.withPropertyValues("realtime.phone.transfer.allowed-targets=*")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.phone.transfer.allowed-targets"));
	}

	@Test
	void endpointsHaveTheirPaths() {
		this.runner.run((context) -> {
			assertThat(context.getBean("realtime4jTwilioVoiceMapping", SimpleUrlHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/twilio/voice");
			assertThat(context.getBean(WebSocketHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/twilio/media");
		});
	}

	@Test
	void mappingOfProperties() {
		this.runner
			.withPropertyValues("realtime.twilio.path=/phone",
					"realtime.twilio.public-url=https://voice.example.com/app/", "realtime.twilio.max-calls=7",
					"realtime.twilio.max-calls-per-caller=2", "realtime.twilio.joined-audio=20ms",
					"realtime.twilio.start-timeout=1s", "realtime.twilio.idle-timeout=2s",
					"realtime.twilio.drain-timeout=3s")
			.run((context) -> {
				TwilioProperties properties = context.getBean(TwilioProperties.class);
				assertThat(TwilioPropertiesMapper.endpoints(properties).voiceUrl())
					.isEqualTo("https://voice.example.com/app/phone/voice");
				assertThat(TwilioPropertiesMapper.endpoints(properties).mediaUrl())
					.isEqualTo("wss://voice.example.com/app/phone/media");
				assertThat(TwilioPropertiesMapper.settings(properties)).asString()
					.contains("maxCalls=7", "maxCallsPerCaller=2", "joinedAudio=PT0.02S", "startTimeout=PT1S",
							"idleTimeout=PT2S", "drainTimeout=PT3S");
				assertThat(TwilioPropertiesMapper.calls(properties)).isNull();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.twilio.auth-token=", "realtime.twilio.auth-token=${ABSENT}",
			"realtime.twilio.public-url=", "realtime.twilio.public-url=http://voice.example.com",
			"realtime.twilio.public-url=https://voice.example.com/?a=b", "realtime.twilio.public-url=voice.example.com",
			"realtime.twilio.path=twilio", "realtime.twilio.account-sid=AC1", "realtime.twilio.max-calls=0",
			"realtime.twilio.max-calls-per-caller=0", "realtime.twilio.joined-audio=10ms",
			"realtime.twilio.joined-audio=1s", "realtime.twilio.start-timeout=0s", "realtime.twilio.idle-timeout=0s",
			"realtime.twilio.drain-timeout=-1s", "realtime.twilio.ticket-lifetime=1ms" })
	void propertyThatCannotBeIsNamed(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void memoryOfTicketsAndTheTicketsCanBeReplaced() {
		WebhookIds shared = mock();
		this.runner.withBean(WebhookIds.class, () -> shared)
			.run((context) -> assertThat(context).getBean(WebhookIds.class).isSameAs(shared));
		this.runner.withBean(TwilioTickets.class, () -> mock())
			.run((context) -> assertThat(context).hasSingleBean(TwilioTickets.class)
				.hasSingleBean(InMemoryWebhookIds.class));
	}

	@Test
	void applicationThatCannotTakeStreamsIsTold(CapturedOutput output) {
		configured(new ApplicationContextRunner()).withPropertyValues("realtime.twilio.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("'realtime.twilio.enabled' does nothing here");
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketHandlerMapping.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void requestsOfTwilioCanBePermitted() {
		this.runner.run((context) -> {
			assertThat(TwilioRequest.toTwilio().matches(request(context, "POST", "/realtime/twilio/voice"))).isTrue();
			assertThat(TwilioRequest.toTwilio().matches(request(context, "GET", "/realtime/twilio/media"))).isTrue();
			assertThat(TwilioRequest.toTwilio().matches(request(context, "GET", "/realtime/twilio/voice"))).isFalse();
			assertThat(TwilioRequest.toTwilio().matches(request(context, "POST", "/realtime/twilio"))).isFalse();
		});
		configured(new WebApplicationContextRunner()).run((context) -> assertThat(
				TwilioRequest.toTwilio().matches(request(context, "POST", "/realtime/twilio/voice")))
			.isFalse());
	}

	private static MockHttpServletRequest request(WebApplicationContext context, String method, String path) {
		MockServletContext application = new MockServletContext();
		application.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
		MockHttpServletRequest request = new MockHttpServletRequest(application, method, path);
		request.setServletPath(path);
		return request;
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R configured(R runner) {
		return runner
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeTwilioAutoConfiguration.class, RealtimeTwilioAdviceAutoConfiguration.class))
			.withPropertyValues("realtime.api-key=test-key", "realtime.twilio.auth-token=12345",
					"realtime.twilio.public-url=https://voice.example.com");
	}

}
