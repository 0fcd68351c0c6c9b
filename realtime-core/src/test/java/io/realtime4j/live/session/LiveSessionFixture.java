package io.realtime4j.live.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.ManualScheduler;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.ScriptedTransport;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.KeepAlive;

/**
 * A client of live sessions on a {@link ScriptedTransport}, what its sessions tell, and
 * what their server says.
 */
class LiveSessionFixture {

	static final Instant NOW = Instant.ofEpochSecond(1_796_000_000);

	static final LiveSettings SETTINGS = LiveSettings.builder()
		.model(LiveModel.GPT_LIVE_1)
		.instructions("You are the host.")
		.audio(LiveAudio.of(LiveAudioFormat.pcm(24000), null))
		.build();

	final ScriptedTransport transport = new ScriptedTransport();

	final ManualScheduler scheduler = new ManualScheduler();

	final List<RealtimeMessage> heard = new ArrayList<>();

	final LiveClient client = new DefaultLiveClient(environment(), List.of(new LiveListener() {

		@Override
		public void onEvent(LiveSession session, LiveServerEvent event, String json) {
			LiveSessionFixture.this.heard.add(event);
		}

		@Override
		public void onSessionEvent(LiveSession session, SessionEvent event) {
			LiveSessionFixture.this.heard.add(event);
		}

	}));

	SessionEnvironment environment() {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("https://api.example.com/v1"), Dialect.GA,
				() -> Map.of("Authorization", "Bearer sk-test"), false);
		return DefaultRealtimeClient.builder(this.transport, endpoint)
			.listenerExecutor(Runnable::run)
			.scheduler(this.scheduler)
			.clock(Clock.fixed(NOW, ZoneOffset.UTC))
			.keepAlive(KeepAlive.none())
			.reconnect(new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ZERO,
					Duration.ofMinutes(1)))
			.build()
			.environment();
	}

	LiveSession opened() {
		return opened(LiveSpec.of(SETTINGS));
	}

	LiveSession opened(LiveSpec spec) {
		LiveSession session = this.client.open(spec);
		connection().accept().receive(started());
		connection().expect("session.start");
		return session;
	}

	ScriptedConnection connection() {
		return this.transport.connection(this.transport.attempts().size() - 1);
	}

	/**
	 * Let the time pass after which a lost connection comes back.
	 */
	ScriptedConnection again() {
		int before = this.transport.attempts().size();
		this.scheduler.advance(Duration.ofSeconds(1));
		return this.transport.connection(before).accept();
	}

	List<String> types() {
		return this.heard.stream().map(RealtimeMessage::type).toList();
	}

	static String started() {
		return "{\"type\":\"session.started\",\"event_id\":\"e\",\"session\":{\"id\":\"live_1\",\"status\":\"active\","
				+ "\"model\":\"gpt-live-1\",\"expires_at\":" + NOW.plusSeconds(7200).getEpochSecond() + "}}";
	}

	static String updated(String eventId) {
		return "{\"type\":\"session.updated\",\"session\":{\"id\":\"live_1\"},\"client_event_id\":\"" + eventId + "\"}";
	}

	static String appended(String kind, String eventId) {
		return "{\"type\":\"session." + kind + ".appended\",\"event_id\":\"e\",\"start_ms\":10,\"end_ms\":20"
				+ ((eventId != null) ? ",\"client_event_id\":\"" + eventId + "\"" : "") + "}";
	}

	static String transcript(String side, String delta) {
		return "{\"type\":\"session." + side + "_transcript.delta\",\"event_id\":\"e\",\"delta\":\"" + delta
				+ "\",\"start_ms\":10,\"end_ms\":20}";
	}

	static String silence(Duration duration) {
		String base64 = java.util.Base64.getEncoder().encodeToString(new byte[(int) duration.toMillis() * 48]);
		return "{\"type\":\"session.output_audio.delta\",\"delta\":\"" + base64 + "\"}";
	}

	static String used(double seconds) {
		return "{\"type\":\"session.usage.updated\",\"usage\":{\"seconds\":" + seconds + "}}";
	}

	static String closed(String reason) {
		return "{\"type\":\"session.closed\",\"reason\":\"" + reason + "\",\"usage\":{\"seconds\":70}}";
	}

	static String error(String code, String eventId) {
		return "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"code\":\"" + code
				+ "\",\"message\":\"No.\"" + ((eventId != null) ? ",\"client_event_id\":\"" + eventId + "\"" : "")
				+ "}}";
	}

}
