package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.support.UsedUpBudget;
import io.realtime4j.spring.operation.Drain;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEvent;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneLiveSessionCustomizer;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.asterisk.AsteriskTickets;
import io.realtime4j.spring.phone.asterisk.AsteriskTransfers;
import io.realtime4j.spring.phone.asterisk.AudioSocketServer;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.usage.Tenant;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An application that a carrier calls.
 *
 * @param <C> the type of the carrier
 */
final class CarrierApplication<C extends Carrier> implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofSeconds(60);

	static final URI PUBLIC_URL = URI.create("https://voice.example.com");

	private static final String AUTH_TOKEN = "12345";

	private final ConfigurableApplicationContext context;

	private final C carrier;

	private CarrierApplication(ConfigurableApplicationContext context, C carrier) {
		this.context = context;
		this.carrier = carrier;
		carrier.setApplication(url());
	}

	static CarrierApplication<TwilioCarrier> twilio(String... properties) {
		TwilioCarrier carrier = new TwilioCarrier(URI.create("http://127.0.0.1"), PUBLIC_URL, AUTH_TOKEN);
		return start(carrier, enabled(carrier.properties(), "realtime.twilio.drain-timeout=1ms"), properties);
	}

	/**
	 * Start an application that cannot use the REST API.
	 */
	static CarrierApplication<TwilioCarrier> twilioWithoutAccount() {
		TwilioCarrier carrier = new TwilioCarrier(URI.create("http://127.0.0.1"), PUBLIC_URL, AUTH_TOKEN);
		Map<String, String> properties = new LinkedHashMap<>(carrier.properties());
		properties.remove("realtime.twilio.account-sid");
		return start(carrier, enabled(properties, "realtime.twilio.drain-timeout=1ms"));
	}

	static CarrierApplication<TelnyxCarrier> telnyx(String... properties) {
		TelnyxCarrier carrier = new TelnyxCarrier(PUBLIC_URL);
		return start(carrier, enabled(carrier.properties(), "realtime.telnyx.drain-timeout=1ms"), properties);
	}

	static CarrierApplication<VonageCarrier> vonage(String... properties) {
		VonageCarrier carrier = new VonageCarrier(PUBLIC_URL);
		return start(carrier, enabled(carrier.properties(), "realtime.vonage.drain-timeout=1ms"), properties);
	}

	static CarrierApplication<AsteriskCarrier> asterisk(int sampleRate, String... properties) {
		AtomicReference<AsteriskTickets> tickets = new AtomicReference<>();
		AsteriskCarrier carrier = new AsteriskCarrier(
				(from, to) -> Objects.requireNonNull(tickets.get()).issue(from, Map.of("to", to)), sampleRate);
		CarrierApplication<AsteriskCarrier> application = start(carrier,
				List.of("realtime.asterisk.enabled=true", "realtime.asterisk.port=0",
						"realtime.asterisk.sample-rate=" + sampleRate, "realtime.asterisk.drain-timeout=1ms"),
				properties);
		tickets.set(application.context.getBean(AsteriskTickets.class));
		carrier.setNext(next(application.context.getBean(AsteriskTransfers.class)));
		int port = application.context.getBean(AudioSocketServer.class).port();
		carrier.setApplication(URI.create("tcp://127.0.0.1:" + port));
		return application;
	}

	static CarrierApplication<AsteriskWebSocketCarrier> asteriskWebSocket(String format, String... properties) {
		AtomicReference<AsteriskTickets> tickets = new AtomicReference<>();
		AsteriskWebSocketCarrier carrier = new AsteriskWebSocketCarrier(
				(from, to) -> Objects.requireNonNull(tickets.get()).issue(from, Map.of("to", to)), format);
		CarrierApplication<AsteriskWebSocketCarrier> application = start(carrier,
				List.of("realtime.asterisk.websocket.enabled=true", "realtime.asterisk.drain-timeout=1ms"), properties);
		tickets.set(application.context.getBean(AsteriskTickets.class));
		carrier.setNext(next(application.context.getBean(AsteriskTransfers.class)));
		return application;
	}

	// As the endpoint of an application does for its dial plan
	private static Function<UUID, @Nullable String> next(AsteriskTransfers transfers) {
		return (uuid) -> {
			URI target = transfers.take(uuid);
			return (target != null) ? target.getSchemeSpecificPart() : null;
		};
	}

	/**
	 * Start an application that cannot use the REST API.
	 */
	static CarrierApplication<VonageCarrier> vonageWithoutCredentials() {
		VonageCarrier carrier = new VonageCarrier(PUBLIC_URL);
		Map<String, String> properties = new LinkedHashMap<>(carrier.properties());
		properties.remove("realtime.vonage.private-key");
		properties.remove("realtime.vonage.application-id");
		return start(carrier, enabled(properties, "realtime.vonage.drain-timeout=1ms"));
	}

	private static List<String> enabled(Map<String, String> properties, String drainTimeout) {
		List<String> all = new ArrayList<>(List.of(drainTimeout));
		properties.forEach((name, value) -> all.add(name + "=" + value));
		return all;
	}

	private static <C extends Carrier> CarrierApplication<C> start(C carrier, List<String> enabled,
			String... properties) {
		List<String> all = new ArrayList<>(
				List.of("server.port=0", "realtime.session.instructions=You are the front desk.",
						"realtime.session.audio.input.turn-detection.type=server-vad",
						"realtime.session.audio.input.turn-detection.silence-duration=200ms",
						"realtime.phone.transfer.allowed-targets=+1415555*", "realtime.reconnect.initial-delay=1ms",
						"spring.main.banner-mode=off", "logging.level.root=warn"));
		all.addAll(enabled);
		all.addAll(List.of(properties));
		return new CarrierApplication<>(
				new SpringApplicationBuilder(FrontDesk.class).properties(all.toArray(String[]::new)).run(), carrier);
	}

	URI url() {
		return URI
			.create("http://127.0.0.1:" + ((ServletWebServerApplicationContext) this.context).getWebServer().getPort());
	}

	C carrier() {
		return this.carrier;
	}

	RealtimeSimulator simulator() {
		return this.context.getBean(RealtimeSimulator.class);
	}

	/**
	 * Call the application, which may refuse the call where it is asked for an answer, or
	 * end the stream that was opened.
	 * @return the id of a call that was refused, or {@code null} if it was taken
	 */
	@Nullable String refuses(String from) {
		SimulatedPhoneCall call = this.carrier.call(from, "+14155550199");
		Record events = this.context.getBean(Record.class);
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> isRefused(call) || events.find(PhoneCallStarted.class, call.callId()) != null);
		if (events.find(PhoneCallStarted.class, call.callId()) != null) {
			call.hangUp();
			return null;
		}
		return call.callId();
	}

	private static boolean isRefused(SimulatedPhoneCall call) {
		return call.refusal() != null || call.stream().closeCode() != null;
	}

	/**
	 * Return an Asterisk that calls by its WebSocket channel, where that is enabled.
	 */
	AsteriskWebSocketCarrier webSocketCarrier(String format) {
		AsteriskTickets tickets = this.context.getBean(AsteriskTickets.class);
		AsteriskWebSocketCarrier other = new AsteriskWebSocketCarrier(
				(from, to) -> tickets.issue(from, Map.of("to", to)), format);
		other.setApplication(url());
		return other;
	}

	/**
	 * Take the application out of service, or back.
	 */
	void drain(boolean out) {
		Drain drain = this.context.getBean(Drain.class);
		if (out) {
			drain.begin();
		}
		else {
			drain.end();
		}
	}

	/**
	 * Return the events of a call, in their order.
	 */
	List<PhoneCallEvent> events(String callId) {
		return this.context.getBean(Record.class).of(callId);
	}

	/**
	 * Wait for an event of a call.
	 */
	<T extends PhoneCallEvent> T await(Class<T> type, String callId) {
		Record events = this.context.getBean(Record.class);
		Awaitility.await().atMost(PATIENCE).until(() -> events.find(type, callId) != null);
		return type.cast(events.find(type, callId));
	}

	/**
	 * Return why a transfer fails.
	 */
	static PhoneTransferException.Reason reason(CompletableFuture<?> transfer) {
		return transfer.handle((done, ex) -> ((PhoneTransferException) Objects.requireNonNull(ex)).reason())
			.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	void stop() {
		this.context.close();
	}

	@Override
	public void close() {
		this.carrier.close();
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Record.class, UsedUpBudget.class })
	static class FrontDesk {

		@Bean
		PhoneLiveSessionCustomizer liveLine() {
			return (caller, spec) -> spec.attribute("to", caller.parameters().getOrDefault("to", ""));
		}

		@Bean
		PhoneSessionCustomizer line() {
			return (caller, spec) -> {
				spec.attribute("to", caller.parameters().getOrDefault("to", ""));
				if ("+666".equals(caller.claimedFrom())) {
					throw new IllegalStateException("Nobody speaks with this number");
				}
				if ("+402".equals(caller.claimedFrom())) {
					spec.feature(Tenant.class, UsedUpBudget.TENANT);
				}
			};
		}

		/**
		 * A tool by which the model transfers calls, to a number that it chooses.
		 */
		@Bean
		CallableTool switchboard() {
			return CallableTool.of(FunctionTool.builder().name("put_through").description("Connect the caller").build(),
					(call) -> ToolResult
						.text(putThrough(call.session(), call.arguments().path("number").asString(""))));
		}

		private static String putThrough(VoiceSession session, String number) {
			return Objects.requireNonNull(PhoneCall.of(session))
				.transfer(URI.create("tel:" + number))
				.handle((done, ex) -> (ex instanceof PhoneTransferException failed) ? failed.reason().name()
						: String.valueOf(ex))
				.join();
		}

	}

	/**
	 * The events of the application.
	 */
	@Component
	static class Record {

		private final List<PhoneCallEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(PhoneCallEvent event) {
			this.events.add(event);
		}

		List<PhoneCallEvent> of(String callId) {
			return this.events.stream().filter((one) -> one.caller().callId().equals(callId)).toList();
		}

		@Nullable PhoneCallEvent find(Class<?> type, String callId) {
			return this.events.stream()
				.filter((one) -> type.isInstance(one) && one.caller().callId().equals(callId))
				.findFirst()
				.orElse(null);
		}

	}

}
