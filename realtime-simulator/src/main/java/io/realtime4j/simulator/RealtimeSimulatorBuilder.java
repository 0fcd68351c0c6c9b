package io.realtime4j.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.model.standard.StandardModel;
import io.realtime4j.simulator.response.TokenBudget;
import io.realtime4j.simulator.server.EmbeddedServer;
import io.realtime4j.simulator.server.ServerSettings;
import io.realtime4j.simulator.session.ServedSessionEnvironment;
import io.realtime4j.simulator.session.SessionScript;
import io.realtime4j.simulator.time.SystemTimeline;
import io.realtime4j.simulator.time.Timeline;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.simulator.voice.StandardVoice;
import org.jspecify.annotations.Nullable;

/**
 * Builder for a {@link RealtimeSimulator}.
 */
public final class RealtimeSimulatorBuilder {

	private static final double DEFAULT_PACE = 4;

	private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(60);

	private static final long DEFAULT_TOKENS_PER_MINUTE = 15_000_000;

	private static final int MAX_MESSAGE_LENGTH = 24 * 1024 * 1024;

	private static final int DEFAULT_RECORDED_EVENTS = 1000;

	private String host = "127.0.0.1";

	private int port;

	private @Nullable String apiKey;

	private boolean refusesLate;

	private boolean beta = true;

	private boolean knownCallsOnly;

	private SimulatorModel model = new StandardModel();

	private @Nullable SimulatorVoice voice;

	private SimulatorEars ears = StandardEars.deaf();

	private double pace = DEFAULT_PACE;

	private Duration sessionLifetime = DEFAULT_LIFETIME;

	private Set<String> models = Set.of();

	private long tokensPerMinute = DEFAULT_TOKENS_PER_MINUTE;

	private int recordedEvents = DEFAULT_RECORDED_EVENTS;

	private @Nullable Timeline timeline;

	RealtimeSimulatorBuilder() {
	}

	/**
	 * Set the address to listen on.
	 * @param host the address, {@code 127.0.0.1} by default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder host(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Set the port to listen on.
	 * @param port the port, 0 for any, which is the default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Require a key. By default any key is accepted, and also none.
	 * @param apiKey the key that clients must give
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder apiKey(String apiKey) {
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Refuse wrong keys after the handshake, by an error and close code 3000, as the
	 * service does it. Otherwise the handshake is refused with status 401, as most
	 * servers and gateways do it.
	 * @param refusesLate whether to refuse after the handshake, {@code false} by default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder refuseKeysAfterHandshake(boolean refusesLate) {
		this.refusesLate = refusesLate;
		return this;
	}

	/**
	 * Set whether to speak the beta protocol, which the service itself no longer does.
	 * @param beta whether to speak it, {@code true} by default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder beta(boolean beta) {
		this.beta = beta;
		return this;
	}

	/**
	 * Set whether only calls can be joined from the side that were created over HTTP or
	 * by {@link RealtimeSimulator#ring()}, as it is at the service. Otherwise any
	 * {@code call_id} is taken that is not known to be over.
	 * @param knownCallsOnly whether to refuse others with status 404, {@code false} by
	 * default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder knownCallsOnly(boolean knownCallsOnly) {
		this.knownCallsOnly = knownCallsOnly;
		return this;
	}

	/**
	 * Set the model, which decides on the replies.
	 * @param model the model
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder model(SimulatorModel model) {
		this.model = model;
		return this;
	}

	/**
	 * Set the voice of the replies. It is not closed with the simulator.
	 * @param voice the voice
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder voice(SimulatorVoice voice) {
		this.voice = voice;
		return this;
	}

	/**
	 * Set the ears, which understand what is said. They are not closed with the
	 * simulator. Without ears it only hears that somebody speaks, and for how long.
	 * @param ears the ears, such as {@link StandardEars#create()}
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder ears(SimulatorEars ears) {
		this.ears = ears;
		return this;
	}

	/**
	 * Set the factor by which audio is sent faster than real time.
	 * @param pace the factor, 4 by default, {@link Double#POSITIVE_INFINITY} for at once
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder pace(double pace) {
		if (!(pace > 0)) {
			throw new IllegalArgumentException("'pace' must be positive");
		}
		this.pace = pace;
		return this;
	}

	/**
	 * Set how long a session may last.
	 * @param sessionLifetime the time, 60 minutes by default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder sessionLifetime(Duration sessionLifetime) {
		this.sessionLifetime = sessionLifetime;
		return this;
	}

	/**
	 * Support certain models only, and refuse others as the service does.
	 * @param models the names of the models, none for any
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder models(String... models) {
		this.models = Set.of(models);
		return this;
	}

	/**
	 * Set the number of tokens that all sessions together may use per minute. When they
	 * are used up, responses fail with {@code rate_limit_exceeded} until some are
	 * available again.
	 * @param tokensPerMinute the number of tokens, 15 million by default
	 * @return this builder
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public RealtimeSimulatorBuilder tokensPerMinute(long tokensPerMinute) {
		if (tokensPerMinute < 1) {
			throw new IllegalArgumentException("'tokensPerMinute' must be positive");
		}
		this.tokensPerMinute = tokensPerMinute;
		return this;
	}

	/**
	 * Set how many events of each client to remember.
	 * @param recordedEvents the number, 1000 by default
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder recordedEvents(int recordedEvents) {
		this.recordedEvents = recordedEvents;
		return this;
	}

	/**
	 * Set the source of time and threads. It is not closed with the simulator.
	 * @param timeline the timeline
	 * @return this builder
	 */
	public RealtimeSimulatorBuilder timeline(Timeline timeline) {
		this.timeline = timeline;
		return this;
	}

	/**
	 * Start a simulator.
	 * @return a simulator that listens
	 */
	public RealtimeSimulator start() {
		List<Runnable> owned = new ArrayList<>();
		Runnable afterClose = () -> owned.forEach(Runnable::run);
		SessionScript script = new SessionScript();
		ServedSessionEnvironment environment = new ServedSessionEnvironment(timeline(owned), this.model, voice(owned),
				this.ears, this.pace, this.sessionLifetime, this.models, new TokenBudget(this.tokensPerMinute), script);
		ServerSettings settings = new ServerSettings(this.host, this.port, this.apiKey, this.refusesLate, this.beta,
				this.knownCallsOnly, MAX_MESSAGE_LENGTH, this.recordedEvents);
		try {
			EmbeddedServer server = new EmbeddedServer(settings, environment);
			server.start();
			return new RealtimeSimulator(this.host, server, script, afterClose);
		}
		catch (RuntimeException ex) {
			afterClose.run();
			throw ex;
		}
	}

	private Timeline timeline(List<Runnable> owned) {
		if (this.timeline != null) {
			return this.timeline;
		}
		SystemTimeline timeline = new SystemTimeline();
		owned.add(timeline::close);
		return timeline;
	}

	private SimulatorVoice voice(List<Runnable> owned) {
		if (this.voice != null) {
			return this.voice;
		}
		SimulatorVoice voice = StandardVoice.create();
		owned.add(voice::close);
		return voice;
	}

}
