package io.realtime4j.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.realtime4j.model.session.RealtimeSessionSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An open session without a network, for the tests of other packages: they say what the
 * server sends and see what was sent to it since the session opened.
 */
public final class ScriptedSession {

	public static final RealtimeSessionSettings SETTINGS = SessionFixture.SETTINGS;

	private final SessionFixture fixture = new SessionFixture();

	private final ManualScheduler interceptorTimers = new ManualScheduler();

	private final RealtimeSession session;

	private final int opening;

	/**
	 * Open a session.
	 * @param interceptor makes what takes part in it, with a clock that a test moves
	 * @param equipment changes what the session shall be
	 */
	public ScriptedSession(Function<ScheduledExecutorService, SessionInterceptor.Factory> interceptor,
			UnaryOperator<SessionSpec> equipment) {
		this(interceptor, equipment, SessionLimits.defaults());
	}

	/**
	 * Open a session with other limits.
	 * @param interceptor makes what takes part in it, with a clock that a test moves
	 * @param equipment changes what the session shall be
	 * @param limits the limits
	 */
	public ScriptedSession(Function<ScheduledExecutorService, SessionInterceptor.Factory> interceptor,
			UnaryOperator<SessionSpec> equipment, SessionLimits limits) {
		this.fixture.limits(limits);
		this.fixture.customizer((builder) -> builder.interceptor(interceptor.apply(this.interceptorTimers)));
		this.session = this.fixture.client().open(equipment.apply(SessionSpec.of(SETTINGS)));
		this.fixture.greet();
		this.opening = 1;
	}

	public RealtimeSession session() {
		return this.session;
	}

	public JsonNode openingUpdate() {
		return JsonMapper.shared().readTree(this.fixture.connection().sent().get(0));
	}

	public void receive(String... texts) {
		this.fixture.connection().receive(texts);
	}

	/**
	 * Set how much the server says from now on of what {@link #receive} is given.
	 */
	public void voice(ServerVoice voice) {
		this.fixture.transport.voice(voice);
	}

	public void advance(Duration duration) {
		this.interceptorTimers.advance(duration);
		this.fixture.scheduler.advance(duration);
	}

	// Those of what takes part in the session
	public int pendingTimers() {
		return this.interceptorTimers.pending();
	}

	public void end() {
		this.fixture.connection().closed();
	}

	public void rejectTimers() {
		this.interceptorTimers.shutdown();
	}

	public void holdSends() {
		this.fixture.connection().holdSends();
	}

	public void completeSend() {
		this.fixture.connection().completeSend();
	}

	public List<JsonNode> sent() {
		List<String> sent = this.fixture.connection().sent();
		return sent.subList(this.opening, sent.size()).stream().map(JsonMapper.shared()::readTree).toList();
	}

	public List<String> sentTypes() {
		return sent().stream().map((event) -> event.path("type").asString()).toList();
	}

	public List<String> heard() {
		return this.fixture.listener.types();
	}

}
