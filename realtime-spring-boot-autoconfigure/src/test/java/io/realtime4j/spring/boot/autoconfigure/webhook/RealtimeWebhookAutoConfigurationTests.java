package io.realtime4j.spring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.webhook.RealtimeCallIncoming;
import io.realtime4j.webhook.UnknownWebhookEvent;
import io.realtime4j.webhook.WebhookEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimeWebhookAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeWebhookAutoConfigurationTests {

	private static final byte[] KEY = "realtime4j".getBytes(StandardCharsets.UTF_8);

	private static final String CALL = "{\"type\":\"realtime.call.incoming\",\"data\":{\"call_id\":\"rtc_1\"}}";

	private static final String[] PROPERTIES = { "realtime.api-key=test-key", "realtime.session.auto-open=false",
			"realtime.webhook.enabled=true",
			"realtime.webhook.secret=whsec_" + Base64.getEncoder().encodeToString(KEY) };

	private final Listener listener = new Listener();

	@ParameterizedTest
	@EnumSource
	void signedWebhookIsPublished(Server server) {
		server.run(this, List.of(), (client) -> {
			assertThat(post(client, "msg_1", CALL)).isEqualTo(204);
			assertThat(this.listener.next()).isInstanceOfSatisfying(RealtimeCallIncoming.class,
					(call) -> assertThat(call.callId()).isEqualTo("rtc_1"));
		});
	}

	@ParameterizedTest
	@EnumSource
	void webhookOfOtherTypeIsPublishedWithItsJson(Server server) {
		server.run(this, List.of(), (client) -> {
			assertThat(post(client, "msg_1", "{\"type\":\"batch.completed\",\"data\":{\"id\":\"batch_1\"}}"))
				.isEqualTo(204);
			assertThat(this.listener.next()).isInstanceOfSatisfying(UnknownWebhookEvent.class,
					(event) -> assertThat(event.json().path("data").path("id").asString()).isEqualTo("batch_1"));
		});
	}

	@ParameterizedTest
	@EnumSource
	void webhookIsPublishedOnce(Server server) {
		server.run(this, List.of(), (client) -> {
			assertThat(post(client, "msg_1", CALL)).isEqualTo(204);
			assertThat(post(client, "msg_1", CALL)).isEqualTo(204);
			assertThat(post(client, "msg_2", CALL)).isEqualTo(204);
			assertThat(List.of(this.listener.next(), this.listener.next())).hasSize(2);
			assertThat(this.listener.events).isEmpty();
		});
	}

	@ParameterizedTest
	@EnumSource
	void unsignedWebhookIsRefused(Server server) {
		server.run(this, List.of(), (client) -> {
			assertThat(status(client.post().uri("/realtime/webhook").bodyValue(CALL))).isEqualTo(401);
			assertThat(post(client, "msg_1", CALL, CALL + " ", Clock.systemUTC().instant())).isEqualTo(401);
			assertThat(post(client, "msg_1", CALL, CALL, Clock.systemUTC().instant().minusSeconds(320))).isEqualTo(401);
			assertThat(this.listener.events).isEmpty();
		});
	}

	@ParameterizedTest
	@EnumSource
	void signedNonsenseIsRefused(Server server) {
		server.run(this, List.of(), (client) -> assertThat(post(client, "msg_1", "no event")).isEqualTo(400));
	}

	@ParameterizedTest
	@EnumSource
	void largeBodyIsRefused(Server server) {
		server.run(this, List.of("realtime.webhook.max-size=1KB"),
				(client) -> assertThat(post(client, "msg_1", "{\"type\":\"" + "x".repeat(1024) + "\"}"))
					.isEqualTo(413));
	}

	@ParameterizedTest
	@EnumSource
	void onlyPostsAreTaken(Server server) {
		server.run(this, List.of(),
				(client) -> assertThat(status(client.method(HttpMethod.GET).uri("/realtime/webhook"))).isEqualTo(405));
	}

	@ParameterizedTest
	@EnumSource
	void pathCanBeChosen(Server server) {
		server.run(this, List.of("realtime.webhook.path=/hooks/openai"), (client) -> {
			assertThat(status(client.post().uri("/hooks/openai").bodyValue(CALL))).isEqualTo(401);
			assertThat(status(client.post().uri("/realtime/webhook").bodyValue(CALL))).isEqualTo(404);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "realtime.webhook.secret=", "realtime.webhook.secret=whsec_%",
			"realtime.webhook.secret=${ABSENT}", "realtime.webhook.path=webhook", "realtime.webhook.path=/a b",
			"realtime.webhook.tolerance=0s", "realtime.webhook.max-size=0B", "realtime.webhook.max-size=1GB" })
	void propertyThatCannotBeIsNamed(String property) {
		configured(new WebApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class)))
			.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining(property.substring(0, property.indexOf('='))));
	}

	@Test
	void applicationWithoutWebIsTold(CapturedOutput output) {
		configured(new ApplicationContextRunner()).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("'realtime.webhook.enabled' does nothing here");
		});
	}

	private <R extends AbstractApplicationContextRunner<R, ?, ?>> R configured(R runner) {
		return runner
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeWebhookAutoConfiguration.class, RealtimeWebhookAdviceAutoConfiguration.class))
			.withBean(Listener.class, () -> this.listener)
			.withPropertyValues(PROPERTIES);
	}

	private static int post(WebTestClient client, String id, String body) {
		return post(client, id, body, body, Clock.systemUTC().instant());
	}

	private static int post(WebTestClient client, String id, String signed, String body, Instant time) {
		String timestamp = String.valueOf(time.getEpochSecond());
		return status(client.post()
			.uri("/realtime/webhook")
			.header("webhook-id", id)
			.header("webhook-timestamp", timestamp)
			.header("webhook-signature", "v1," + sign(id + "." + timestamp + "." + signed))
			.bodyValue(body));
	}

	private static int status(WebTestClient.RequestHeadersSpec<?> request) {
		HttpStatusCode status = request.exchange().expectBody().returnResult().getStatus();
		return status.value();
	}

	private static String sign(String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Web applications of either kind.
	 */
	enum Server {

		SERVLET {

			@Override
			void run(RealtimeWebhookAutoConfigurationTests test, List<String> properties, Requests requests) {
				test.configured(new WebApplicationContextRunner().withConfiguration(
						AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class)))
					.withPropertyValues(properties.toArray(String[]::new))
					.run((context) -> requests
						.send(MockMvcWebTestClient.bindToApplicationContext(context.getSourceApplicationContext())
							.build()));
			}

		},

		REACTIVE {

			@Override
			void run(RealtimeWebhookAutoConfigurationTests test, List<String> properties, Requests requests) {
				test.configured(new ReactiveWebApplicationContextRunner().withConfiguration(
						AutoConfigurations.of(HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class)))
					.withPropertyValues(properties.toArray(String[]::new))
					.run((context) -> requests
						.send(WebTestClient.bindToApplicationContext(context.getSourceApplicationContext()).build()));
			}

		};

		abstract void run(RealtimeWebhookAutoConfigurationTests test, List<String> properties, Requests requests);

	}

	/**
	 * Requests of a test.
	 */
	interface Requests {

		void send(WebTestClient client) throws Exception;

	}

	static class Listener {

		private final BlockingQueue<WebhookEvent> events = new LinkedBlockingQueue<>();

		@EventListener
		void on(WebhookEvent event) {
			this.events.add(event);
		}

		WebhookEvent next() throws InterruptedException {
			WebhookEvent event = this.events.poll(20, TimeUnit.SECONDS);
			assertThat(event).isNotNull();
			return event;
		}

	}

}
