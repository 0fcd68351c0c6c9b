package io.realtime4j.guardrail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Guardrails of sessions, which check responses while the model speaks. When a guardrail
 * trips, exactly the response that it checked is cut off: cancelled by its id if it is
 * running, no longer played, and removed from the conversation as far as nobody heard it.
 * When it is done, one safe reply is requested. A safe reply is checked too; if it trips
 * a guardrail, there is silence.
 * <p>
 * It becomes part of a client as a {@link SessionInterceptor.Factory}. With a
 * {@link io.realtime4j.playback.PlaybackInterceptor} made by its factory, a response that
 * is done is no longer played either. Guardrails that a single session has besides, by
 * {@link io.realtime4j.session.SessionSpec.Builder#interceptor}, join those of its client
 * and keep to their settings.
 *
 * @since 0.1.0
 */
public final class Guardrails implements SessionInterceptor.Factory {

	private final GuardrailSettings settings;

	private Guardrails(GuardrailSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return a builder.
	 * @param executor runs guardrails, and calls listeners, which both may block; it
	 * should run many tasks at once
	 * @param scheduler watches time-outs; one thread is enough
	 * @return the builder
	 */
	public static Builder builder(Executor executor, ScheduledExecutorService scheduler) {
		return new Builder(executor, scheduler);
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		SessionGuardrails first = session.feature(SessionGuardrails.class);
		if (first == null && !this.settings.guardrails().isEmpty()) {
			return new SessionGuardrails(session, this.settings);
		}
		if (first != null) {
			// Two would each ask for a safe reply
			first.join(this.settings.guardrails());
		}
		return SessionInterceptor.none();
	}

	/**
	 * Begin to judge the turns of a session that has no responses, for what takes part in
	 * the sessions of another family.
	 * @param session the session
	 * @param speech silences it, and says something else
	 * @return the judge, or {@code null} if there is no guardrail
	 */
	public @Nullable JudgedTurns judge(VoiceSession session, JudgedTurns.Speech speech) {
		return this.settings.guardrails().isEmpty() ? null : new JudgedTurns(session, this.settings, speech);
	}

	/**
	 * Builder of {@link Guardrails}.
	 */
	public static final class Builder {

		private final Executor executor;

		private final ScheduledExecutorService scheduler;

		private final List<RealtimeGuardrail> guardrails = new ArrayList<>();

		private final List<GuardrailListener> listeners = new ArrayList<>();

		private int everyCharacters = 100;

		private Duration timeout = Duration.ofSeconds(5);

		private FailurePolicy policy = FailurePolicy.OPEN;

		private SafeReply reply = SafeReply.apology();

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(Executor executor, ScheduledExecutorService scheduler) {
			this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
			this.scheduler = Objects.requireNonNull(scheduler, "'scheduler' must not be null");
		}

		/**
		 * Add a guardrail. Several guardrails check in parallel, and the first that trips
		 * decides.
		 * @param guardrail the guardrail
		 * @return this builder
		 */
		public Builder guardrail(RealtimeGuardrail guardrail) {
			this.guardrails.add(guardrail);
			return this;
		}

		/**
		 * Set the number of new characters after which a response is checked again; it is
		 * always checked when it is done.
		 * @param everyCharacters the number of characters, larger than zero; 100 by
		 * default
		 * @return this builder
		 */
		public Builder everyCharacters(int everyCharacters) {
			if (everyCharacters <= 0) {
				throw new IllegalArgumentException("'everyCharacters' must be larger than zero");
			}
			this.everyCharacters = everyCharacters;
			return this;
		}

		/**
		 * Set the maximum time for a verdict.
		 * @param timeout the time-out, longer than zero; 5 seconds by default
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			if (timeout.isNegative() || timeout.isZero()) {
				throw new IllegalArgumentException("'timeout' must be longer than zero");
			}
			this.timeout = timeout;
			return this;
		}

		/**
		 * Set the policy for a response when a guardrail gives no verdict.
		 * @param policy the policy; by default the response goes on
		 * @return this builder
		 */
		public Builder failurePolicy(FailurePolicy policy) {
			this.policy = policy;
			return this;
		}

		/**
		 * Set the reply that the model gives in place of a response that was cut off.
		 * @param reply the reply; a short apology by default
		 * @return this builder
		 */
		public Builder safeReply(SafeReply reply) {
			this.reply = reply;
			return this;
		}

		/**
		 * Add a listener for guardrail events.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(GuardrailListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Set the handler for exceptions thrown by listeners, which are ignored
		 * otherwise.
		 * @param errorHandler the handler
		 * @return this builder
		 */
		public Builder errorHandler(ListenerErrorHandler errorHandler) {
			this.errorHandler = errorHandler;
			return this;
		}

		/**
		 * Build the guardrails.
		 * @return what judges sessions
		 */
		public Guardrails build() {
			return new Guardrails(new GuardrailSettings(this.executor, this.scheduler, List.copyOf(this.guardrails),
					this.everyCharacters, this.timeout, this.policy, this.reply, List.copyOf(this.listeners),
					this.errorHandler));
		}

	}

}
