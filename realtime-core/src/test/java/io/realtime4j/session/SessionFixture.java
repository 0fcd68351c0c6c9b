package io.realtime4j.session;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.realtime4j.codec.Dialect;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.KeepAlive;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client on a {@link ScriptedTransport}, with a clock that stands still, and the usual
 * steps of its sessions.
 */
public class SessionFixture {

	static final String KEY = "sk-CANARY-0123456789";

	public static final SessionTimeouts TIMEOUTS = new SessionTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20),
			Duration.ofSeconds(5));

	static final RealtimeSessionSettings SETTINGS = RealtimeSessionSettings.builder()
		.model(new RealtimeModel("gpt-realtime"))
		.instructions("Be brief.")
		.build();

	private static final Executor DIRECT = Runnable::run;

	final ScriptedTransport transport = new ScriptedTransport();

	final ManualScheduler scheduler = new ManualScheduler();

	final RecordingListener listener = new RecordingListener();

	private final List<RealtimeClient> clients = new ArrayList<>();

	private Executor executor = DIRECT;

	private Dialect dialect = Dialect.GA;

	private Provider provider = Provider.COMPATIBLE;

	private SessionLimits limits = SessionLimits.defaults();

	private ReconnectPolicy reconnect = ReconnectPolicy.none();

	private Consumer<DefaultRealtimeClient.Builder> customizer = (builder) -> {
	};

	SessionFixture() {
		SilenceAtTheEnd.after(this::endInSilence);
	}

	SessionFixture executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	SessionFixture dialect(Dialect dialect) {
		this.dialect = dialect;
		return this;
	}

	SessionFixture provider(Provider provider, Dialect dialect) {
		this.provider = provider;
		return dialect(dialect);
	}

	SessionFixture limits(SessionLimits limits) {
		this.limits = limits;
		return this;
	}

	SessionFixture reconnect(ReconnectPolicy reconnect) {
		this.reconnect = reconnect;
		return this;
	}

	SessionFixture customizer(Consumer<DefaultRealtimeClient.Builder> customizer) {
		this.customizer = customizer;
		return this;
	}

	RealtimeClient client() {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("https://api.example.com/v1"), this.provider,
				this.dialect, () -> Map.of("Authorization", "Bearer " + KEY), false);
		DefaultRealtimeClient.Builder builder = DefaultRealtimeClient.builder(this.transport, endpoint)
			.listenerExecutor(this.executor)
			.scheduler(this.scheduler)
			.limits(this.limits)
			.timeouts(TIMEOUTS)
			.keepAlive(KeepAlive.none())
			.reconnect(this.reconnect)
			.clock(new ManualClock(this.scheduler))
			.listener(this.listener);
		this.customizer.accept(builder);
		RealtimeClient client = builder.build();
		this.clients.add(client);
		return client;
	}

	/**
	 * Let the server say nothing any more. Whatever was awaited of it, another request
	 * gets its end, the sessions can be closed, and nothing is left behind.
	 */
	private void endInSilence() {
		this.transport.voice(ServerVoice.silent()).releaseSends();
		List<RealtimeSession> sessions = this.clients.stream().flatMap((client) -> client.sessions().stream()).toList();
		List<CompletableFuture<?>> requests = sessions.stream()
			.filter((session) -> session.state() == SessionState.OPEN)
			.<CompletableFuture<?>>map(RealtimeSession::respond)
			.toList();
		for (int i = 0; i < 60 && isAnyOpen(requests); i++) {
			this.scheduler.advance(TIMEOUTS.response());
		}
		if (this.executor.equals(DIRECT)) {
			assertThat(requests).allMatch(CompletableFuture::isDone,
					"every request ends although the server is silent");
		}
		this.clients.forEach(RealtimeClient::close);
		this.scheduler.advance(TIMEOUTS.open().plus(TIMEOUTS.close()));
		assertThat(sessions).allMatch((session) -> session.state() == SessionState.CLOSED,
				"every session can be closed");
		if (!this.scheduler.isShutdown()) {
			assertThat(this.scheduler.pending()).as("timers that are left behind").isZero();
		}
	}

	private static boolean isAnyOpen(List<CompletableFuture<?>> requests) {
		return requests.stream().anyMatch((request) -> !request.isDone());
	}

	RealtimeSession connecting() {
		return client().open(SessionSpec.of(SETTINGS));
	}

	RealtimeSession opened() {
		RealtimeSession session = connecting();
		greet();
		return session;
	}

	// The server's side of opening, whose event is then checked off
	ScriptedConnection greet() {
		ScriptedConnection connection = this.transport.connection();
		connection.accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		connection.expect("session.update");
		return connection;
	}

	ScriptedConnection connection() {
		return this.transport.connection();
	}

}
