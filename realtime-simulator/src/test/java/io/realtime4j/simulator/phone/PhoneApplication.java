package io.realtime4j.simulator.phone;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.event.server.InputAudioBufferDtmfEventReceived;
import io.realtime4j.live.event.server.TransportDtmfReceived;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.operation.Drain;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEvent;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.webhook.WebhookEvent;
import org.awaitility.Awaitility;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that takes webhooks of a simulator.
 */
final class PhoneApplication implements AutoCloseable {

	static final String SECRET = "whsec_cmVhbHRpbWU0ai1mcm9udC1kZXNrLXBob25l";

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ConfigurableApplicationContext context;

	private final RealtimeSimulator simulator;

	private PhoneApplication(ConfigurableApplicationContext context, RealtimeSimulator simulator) {
		this.context = context;
		this.simulator = simulator;
		simulator.sendWebhooks(URI.create("http://127.0.0.1:"
				+ ((ServletWebServerApplicationContext) context).getWebServer().getPort() + "/realtime/webhook"),
				SECRET);
	}

	static PhoneApplication start(Class<?> phone, String... properties) {
		ConfigurableApplicationContext context = application(phone, properties).run();
		return new PhoneApplication(context, context.getBean(RealtimeSimulator.class));
	}

	/**
	 * Start an application that calls of a simulator come to from now on.
	 */
	static PhoneApplication at(RealtimeSimulator simulator,
			ApplicationContextInitializer<GenericApplicationContext> beans, Class<?> phone, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("realtime.base-url=" + simulator.baseUrl());
		all.add("realtime.api-key=test-key");
		return new PhoneApplication(application(phone, all.toArray(String[]::new)).initializers(beans).run(),
				simulator);
	}

	private static SpringApplicationBuilder application(Class<?> phone, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "realtime.session.auto-open=false",
				"realtime.webhook.enabled=true", "realtime.webhook.secret=" + SECRET, "realtime.sip.drain-timeout=1ms",
				"realtime.session.instructions=You are the front desk.", "realtime.reconnect.initial-delay=1ms",
				"spring.main.banner-mode=off", "logging.level.root=warn",
				"realtime.phone.transfer.allowed-targets=+1415555*"));
		all.addAll(List.of(properties));
		return new SpringApplicationBuilder(FrontDesk.class, phone).properties(all.toArray(String[]::new));
	}

	RealtimeSimulator simulator() {
		return this.simulator;
	}

	Drain drain() {
		return this.context.getBean(Drain.class);
	}

	Record events() {
		return this.context.getBean(Record.class);
	}

	/**
	 * Ring, and wait until the application has accepted and attached a session.
	 * @return the call, which is spoken
	 */
	SimulatedCall connected() {
		SimulatedCall call = simulator().ring();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> events().all(SipCallAccepted.class)
				.stream()
				.anyMatch((one) -> one.callId().equals(call.id())));
		return call;
	}

	/**
	 * Ring, and wait until the application has accepted by a live session.
	 * @return the call, which is spoken
	 */
	SimulatedCall connectedLive() {
		SimulatedCall call = simulator().ring();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> events().all(SipCallAccepted.class)
				.stream()
				.anyMatch((one) -> one.callId().equals(call.liveId())));
		return call;
	}

	/**
	 * Wait for a connection of the session that is attached to a call.
	 * @param call the call
	 * @param number which one, 1 for the first
	 * @return the connection
	 */
	SimulatorConnection sideband(SimulatedCall call, int number) {
		Awaitility.await().atMost(PATIENCE).until(() -> attached(call).size() >= number);
		return attached(call).get(number - 1);
	}

	private List<SimulatorConnection> attached(SimulatedCall call) {
		return simulator().connections()
			.stream()
			.filter((one) -> List.of(call.id(), call.liveId()).contains(String.valueOf(one.callId())))
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Record.class)
	static class FrontDesk {

		@Bean
		CallableTool bookTable() {
			return CallableTool.of(FunctionTool.builder().name("book_table").description("Books a table").build(),
					(call) -> ToolResult.text("Booked for " + call.arguments().path("guests").asInt()));
		}

	}

	/**
	 * The events of the application.
	 */
	@Component
	static class Record {

		private final List<Object> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(SipCallEvent event) {
			this.events.add(event);
		}

		@EventListener
		void on(PhoneCallRefused event) {
			this.events.add(event);
		}

		@EventListener
		void on(WebhookEvent event) {
			this.events.add(event);
		}

		@EventListener
		void onLive(RealtimeEvent<TransportDtmfReceived> event) {
			this.events.add(event.getPayload());
		}

		@EventListener
		void on(RealtimeEvent<InputAudioBufferDtmfEventReceived> event) {
			this.events.add(event.getPayload());
		}

		<T> T await(Class<T> type) {
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(this.events).hasAtLeastOneElementOfType(type));
			return all(type).get(0);
		}

		<T> List<T> all(Class<T> type) {
			return this.events.stream().filter(type::isInstance).map(type::cast).toList();
		}

	}

}
