package io.realtime4j.spring.boot.autoconfigure.webhook;

import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebhookRequest}.
 */
class WebhookRequestTests {

	private static final String PATH = "/realtime/webhook";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
				RealtimeWebhookAutoConfiguration.class))
		.withPropertyValues("realtime.api-key=test-key", "realtime.webhook.secret=whsec_cmVhbHRpbWU0ag==");

	private final WebApplicationContextRunner enabled = this.runner.withPropertyValues("realtime.webhook.enabled=true");

	@Test
	void webhookIsMatchedAndNothingElse() {
		this.enabled.run((context) -> {
			assertThat(matches(context, "POST", PATH)).isTrue();
			assertThat(matches(context, "GET", PATH)).isFalse();
			assertThat(matches(context, "POST", PATH + "/more")).isFalse();
			assertThat(matches(context, "POST", "/realtime")).isFalse();
		});
	}

	@Test
	void pathOfTheApplicationIsMatched() {
		this.enabled.withPropertyValues("realtime.webhook.path=/hooks/openai").run((context) -> {
			assertThat(matches(context, "POST", "/hooks/openai")).isTrue();
			assertThat(matches(context, "POST", PATH)).isFalse();
		});
	}

	@Test
	void nothingIsMatchedWhereWebhooksAreNotEnabled() {
		this.runner.run((context) -> assertThat(matches(context, "POST", PATH)).isFalse());
	}

	private static boolean matches(WebApplicationContext context, String method, String path) {
		MockServletContext application = new MockServletContext();
		application.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
		MockHttpServletRequest request = new MockHttpServletRequest(application, method, path);
		request.setServletPath(path);
		return WebhookRequest.toWebhook().matches(request);
	}

}
