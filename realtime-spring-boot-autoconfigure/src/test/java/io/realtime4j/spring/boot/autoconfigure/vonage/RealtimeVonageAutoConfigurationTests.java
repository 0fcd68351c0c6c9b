package io.realtime4j.spring.boot.autoconfigure.vonage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.vonage.VonageTickets;
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
 * Tests for {@link RealtimeVonageAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeVonageAutoConfigurationTests {

	private static final String APPLICATION = "realtime.vonage.application-id=78d335fa-323d-0114-9c3d-d6f0d48968cf";

	private static final String KEY = privateKey("RSA", 2048);

	private final WebApplicationContextRunner runner = configured(new WebApplicationContextRunner())
		.withPropertyValues("realtime.vonage.enabled=true");

	@Test
	void nothingIsAnsweredUnlessEnabled() {
		configured(new WebApplicationContextRunner())
			.run((context) -> assertThat(context).doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void endpointsHaveTheirPaths() {
		this.runner.run((context) -> {
			assertThat(context.getBean("realtime4jVonageVoiceMapping", SimpleUrlHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/vonage/voice");
			assertThat(context.getBean("realtime4jVonageEventsMapping", SimpleUrlHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/vonage/events");
			assertThat(context.getBean(WebSocketHandlerMapping.class).getUrlMap())
				.containsOnlyKeys("/realtime/vonage/media");
		});
	}

	@Test
	void mappingOfProperties() {
		this.runner
			.withPropertyValues("realtime.vonage.path=/phone", "realtime.vonage.sample-rate=24000",
					"realtime.vonage.public-url=https://voice.example.com/app/", "realtime.vonage.tolerance=1m",
					"realtime.vonage.ticket-lifetime=2m", "realtime.vonage.max-calls=7")
			.run((context) -> {
				VonageProperties properties = context.getBean(VonageProperties.class);
				assertThat(VonagePropertiesMapper.stream(properties))
					.isEqualTo(new VonageTickets.Stream("wss://voice.example.com/app/phone/media",
							"https://voice.example.com/app/phone/events", 24_000));
				assertThat(properties.getTolerance()).isEqualTo(Duration.ofMinutes(1));
				assertThat(VonagePropertiesMapper.ticketLifetime(properties)).isEqualTo(Duration.ofMinutes(2));
				assertThat(VonagePropertiesMapper.settings(properties).maxCalls()).isEqualTo(7);
				assertThat(VonagePropertiesMapper.calls(properties, context, InstantSource.system())).isNull();
			});
	}

	@Test
	void privateKeyIsItsTextOrItsFile(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("private.key"), KEY);
		for (String value : new String[] { KEY, file.toUri().toString() }) {
			this.runner.withPropertyValues(APPLICATION, "realtime.vonage.private-key=" + value)
				.run((context) -> assertThat(VonagePropertiesMapper.calls(context.getBean(VonageProperties.class),
						context, InstantSource.system()))
					.isNotNull());
		}
	}

	@Test
	void privateKeyThatIsNoneIsNamedAndNotTold(@TempDir Path directory) {
		String elliptic = privateKey("EC", 256);
		for (String value : new String[] { "", "${ABSENT}", "secret-key",
				directory.resolve("no.key").toUri().toString(),
				"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", elliptic }) {
			this.runner.withPropertyValues(APPLICATION, "realtime.vonage.private-key=" + value)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidRealtimePropertyException.class)
					.hasMessageContaining("realtime.vonage.private-key")
					.hasMessageNotContaining("secret-key"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "signature-secret=", "signature-secret=${ABSENT}", "public-url=",
			"public-url=http://voice.example.com", "path=vonage", "api-url=api.nexmo.com", "application-id=",
			"application-id=${ABSENT}", "application-id=mine", "sample-rate=44100", "max-calls=0", "joined-audio=10ms",
			"tolerance=0s", "ticket-lifetime=1ms" })
	void propertyThatCannotBeIsNamed(String property) {
		this.runner.withPropertyValues(APPLICATION, "realtime.vonage.private-key=" + KEY, "realtime.vonage." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.vonage." + property.substring(0, property.indexOf('='))));
	}

	@Test
	void privateKeyNeedsItsApplication() {
		this.runner.withPropertyValues("realtime.vonage.private-key=" + KEY)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.vonage.application-id"));
	}

	@Test
	void memoryOfTicketsAndTheTicketsCanBeReplaced() {
		WebhookIds shared = mock();
		this.runner.withBean(WebhookIds.class, () -> shared)
			.run((context) -> assertThat(context).getBean(WebhookIds.class).isSameAs(shared));
		VonageTickets own = new VonageTickets("own", new VonageTickets.Stream("wss://x", "https://x", 16_000),
				Duration.ofMinutes(1), InstantSource.system(), shared);
		this.runner.withBean(VonageTickets.class, () -> own)
			.run((context) -> assertThat(context).hasSingleBean(InMemoryWebhookIds.class)
				.getBean(VonageTickets.class)
				.isSameAs(own));
	}

	@Test
	void applicationThatCannotTakeStreamsIsTold(CapturedOutput output) {
		configured(new ApplicationContextRunner()).withPropertyValues("realtime.vonage.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("'realtime.vonage.enabled' does nothing here");
		this.runner.withClassLoader(new FilteredClassLoader(WebSocketHandlerMapping.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PhoneLines.class));
	}

	@Test
	void requestsOfVonageCanBePermitted() {
		this.runner.run((context) -> {
			assertThat(VonageRequest.toVonage().matches(request(context, "POST", "/realtime/vonage/voice"))).isTrue();
			assertThat(VonageRequest.toVonage().matches(request(context, "POST", "/realtime/vonage/events"))).isTrue();
			assertThat(VonageRequest.toVonage().matches(request(context, "GET", "/realtime/vonage/media"))).isTrue();
			assertThat(VonageRequest.toVonage().matches(request(context, "GET", "/realtime/vonage/voice"))).isFalse();
		});
		configured(new WebApplicationContextRunner()).run((context) -> assertThat(
				VonageRequest.toVonage().matches(request(context, "POST", "/realtime/vonage/voice")))
			.isFalse());
	}

	private static MockHttpServletRequest request(WebApplicationContext context, String method, String path) {
		MockServletContext application = new MockServletContext();
		application.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
		MockHttpServletRequest request = new MockHttpServletRequest(application, method, path);
		request.setServletPath(path);
		return request;
	}

	private static String privateKey(String algorithm, int size) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
			generator.initialize(size);
			String key = Base64.getMimeEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
			return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <R extends AbstractApplicationContextRunner<R, ?, ?>> R configured(R runner) {
		return runner
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeVonageAutoConfiguration.class, RealtimeVonageAdviceAutoConfiguration.class))
			.withPropertyValues("realtime.api-key=test-key", "realtime.vonage.signature-secret=secret",
					"realtime.vonage.public-url=https://voice.example.com");
	}

}
