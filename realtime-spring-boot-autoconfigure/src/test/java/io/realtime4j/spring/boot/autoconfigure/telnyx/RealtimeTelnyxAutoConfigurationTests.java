package io.realtime4j.spring.boot.autoconfigure.telnyx;

import java.time.Duration;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.twilio.RealtimeTwilioAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.telnyx.TelnyxCodec;
import io.realtime4j.spring.phone.telnyx.TelnyxTickets;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
 * Tests for {@link RealtimeTelnyxAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeTelnyxAutoConfigurationTests {

	private final WebApplicationContextRunner runner = configured(new WebApplicationContextRunner())
		.withPropertyValues("realtime.telnyx.enabled=true");

	@Test
	void nothingIsAnsweredUnlessEnabled() {
		configured(new WebApplicationContextRunner())
			.run((context) -> assertThat(context).doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void endpointsHaveTheirPaths() {
		this.runner.run((context) -> {
			assertThat(context.getBean("realtime4jTelnyxVoiceMapping", SimpleUrlHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/telnyx/voice");
			assertThat(context.getBean(WebSocketHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/telnyx/media");
		});
	}

	@Test
	void mappingOfProperties() {
		this.runner
			.withPropertyValues("realtime.telnyx.path=/phone", "realtime.telnyx.codec=pcma",
					"realtime.telnyx.public-url=https://voice.example.com/app/",
					"realtime.telnyx.api-url=http://localhost:8081/", "realtime.telnyx.tolerance=1m",
					"realtime.telnyx.ticket-lifetime=2m", "realtime.telnyx.max-calls=7")
			.run((context) -> {
				TelnyxProperties properties = context.getBean(TelnyxProperties.class);
				assertThat(TelnyxPropertiesMapper.stream(properties))
					.isEqualTo(new TelnyxTickets.Stream("wss://voice.example.com/app/phone/media", TelnyxCodec.PCMA));
				assertThat(TelnyxPropertiesMapper.endpoints(properties).apiUrl()).hasToString("http://localhost:8081");
				assertThat(properties.getTolerance()).isEqualTo(Duration.ofMinutes(1));
				assertThat(TelnyxPropertiesMapper.ticketLifetime(properties)).isEqualTo(Duration.ofMinutes(2));
				assertThat(TelnyxPropertiesMapper.settings(properties).maxCalls()).isEqualTo(7);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "api-key=", "api-key=${ABSENT}", "api-key=two words", "public-key=",
			"public-key=${ABSENT}", "public-key=AAAA", "public-key=no Base64!", "public-url=",
			"public-url=http://voice.example.com", "public-url=https://voice.example.com/?a=b", "path=telnyx",
			"api-url=api.telnyx.com", "api-url=https://me@api.telnyx.com", "max-calls=0", "joined-audio=10ms",
			"tolerance=0s", "ticket-lifetime=1ms" })
	void propertyThatCannotBeIsNamed(String property) {
		this.runner.withPropertyValues("realtime.telnyx." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.telnyx." + property.substring(0, property.indexOf('='))));
	}

	@Test
	void memoryOfTicketsAndTheTicketsCanBeReplaced() {
		WebhookIds shared = mock();
		this.runner.withBean(WebhookIds.class, () -> shared)
			.run((context) -> assertThat(context).getBean(WebhookIds.class).isSameAs(shared));
		this.runner.withBean(TelnyxTickets.class, () -> mock())
			.run((context) -> assertThat(context).hasSingleBean(TelnyxTickets.class)
				.hasSingleBean(InMemoryWebhookIds.class));
	}

	@Test
	void callsOfTwilioAndWebhooksOfTheServiceAreTakenAsWell() {
		this.runner
			.withConfiguration(AutoConfigurations.of(RealtimeTwilioAutoConfiguration.class,
					RealtimeWebhookAutoConfiguration.class))
			.withPropertyValues("realtime.twilio.enabled=true", "realtime.twilio.auth-token=12345",
					"realtime.twilio.public-url=https://voice.example.com", "realtime.webhook.enabled=true",
					"realtime.webhook.secret=whsec_cmVhbHRpbWU0ag==")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(WebhookIds.class);
				assertThat(context.getBeansOfType(PhoneLines.class)).hasSize(2);
				assertThat(context.getBeansOfType(WebSocketHandlerMapping.class)).hasSize(2);
			});
	}

	@Test
	void applicationThatCannotTakeStreamsIsTold(CapturedOutput output) {
		configured(new ApplicationContextRunner()).withPropertyValues("realtime.telnyx.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("'realtime.telnyx.enabled' does nothing here");
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketHandlerMapping.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void requestsOfTelnyxCanBePermitted() {
		this.runner.run((context) -> {
			assertThat(TelnyxRequest.toTelnyx().matches(request(context, "POST", "/realtime/telnyx/voice"))).isTrue();
			assertThat(TelnyxRequest.toTelnyx().matches(request(context, "GET", "/realtime/telnyx/media"))).isTrue();
			assertThat(TelnyxRequest.toTelnyx().matches(request(context, "GET", "/realtime/telnyx/voice"))).isFalse();
		});
		configured(new WebApplicationContextRunner()).run((context) -> assertThat(
				TelnyxRequest.toTelnyx().matches(request(context, "POST", "/realtime/telnyx/voice")))
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
					RealtimeTelnyxAutoConfiguration.class, RealtimeTelnyxAdviceAutoConfiguration.class))
			.withPropertyValues("realtime.api-key=test-key", "realtime.telnyx.api-key=KEY1",
					"realtime.telnyx.public-key=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
					"realtime.telnyx.public-url=https://voice.example.com");
	}

}
