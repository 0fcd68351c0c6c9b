package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.usage.Tenant;
import io.realtime4j.usage.TenantAccounts;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pages whose tenant has used up its budget of the day.
 */
class BridgeTenantBudgetTests {

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner()
		.withConfiguration(
				AutoConfigurations.of(RealtimeUsageAutoConfiguration.class, RealtimeRestAutoConfiguration.class))
		.withBean(BridgeSessionCustomizer.class, () -> (who, spec) -> spec.feature(Tenant.class, new Tenant("acme")))
		.withPropertyValues("realtime.pricing.models.gpt-realtime.input.text=1",
				"realtime.tenant-budget.money-per-day=1",
				"realtime.tenant-budget.time-zone=" + TenantBudgetTests.zoneWhereItIsNoon());

	@Test
	void pageIsToldThatTheBudgetIsUsedUp() {
		this.runner.run((context) -> {
			context.getBean(TenantAccounts.class).spend("acme", BigDecimal.ONE);
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000}");
			assertThat(page.awaitClosed()).isEqualTo("1008 The budget of the day is used up");
			assertThat(this.server.transport().connections()).isEmpty();
		});
	}

	@Test
	void clientOfTheRelayIsToldThatTheBudgetIsUsedUp() {
		this.runner.withPropertyValues("realtime.bridge.mode=relay").run((context) -> {
			context.getBean(TenantAccounts.class).spend("acme", BigDecimal.ONE);
			BridgePage page = BridgePage
				.connect(URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/realtime"), true, "realtime");
			assertThat(page.awaitClosed()).isEqualTo("1008 The budget of the day is used up");
		});
	}

	@Test
	void pageIsTakenFromASessionWhoseBudgetOthersUsedUp() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			page.awaitOpen();
			context.getBean(TenantAccounts.class).spend("acme", BigDecimal.ONE);
			this.server.service(0)
				.receive("{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":\"i\",\"audio_start_ms\":1}");
			assertThat(page.awaitClosed()).isEqualTo("1008 The budget of the day is used up");
		});
	}

	@Test
	void pageIsGivenNothingToReachTheServiceWith() {
		HttpService service = new HttpService();
		this.runner
			.withPropertyValues("realtime.base-url=" + service.url(), "realtime.bridge.client-secret.enabled=true",
					"realtime.bridge.calls.enabled=true")
			.run((context) -> {
				context.getBean(TenantAccounts.class).spend("acme", BigDecimal.ONE);
				assertThat(post(BridgeServer.port(context), "client-secret")).isEqualTo(429);
				assertThat(post(BridgeServer.port(context), "calls")).isEqualTo(429);
				assertThat(service.requests()).isZero();
			});
		service.close();
	}

	private static int post(int port, String door) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/realtime/" + door))
				.POST(HttpRequest.BodyPublishers.ofString("v=0"))
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

}
