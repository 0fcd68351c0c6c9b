package io.realtime4j.spring.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Internal observer of responses. They are observed within what was observed when the
 * session was made.
 *
 * @since 0.1.0
 */
public final class ResponseObservations implements SessionInterceptor.Factory {

	private final ObservationRegistry registry;

	private final String provider;

	private final ResponseObservationConvention convention;

	/**
	 * Create an observer.
	 * @param registry the registry
	 * @param provider the provider of the service
	 * @param convention the convention
	 */
	public ResponseObservations(ObservationRegistry registry, Provider provider,
			ResponseObservationConvention convention) {
		this.registry = registry;
		this.provider = nameOf(provider);
		this.convention = convention;
	}

	/**
	 * Return the name of a provider in the conventions for generative AI.
	 */
	static String nameOf(Provider provider) {
		return switch (provider) {
			case OPENAI -> "openai";
			case AZURE -> "azure.ai.openai";
			case VOICE_LIVE -> "azure.ai.voicelive";
			case XAI -> "x_ai";
			default -> "openai_compatible";
		};
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		return this.registry.isNoop() ? SessionInterceptor.none()
				: new ObservedSession(session, this.registry.getCurrentObservation(), this);
	}

	/**
	 * Begin to observe a response.
	 */
	Observation start(String sessionId, String responseId, @Nullable String model, @Nullable Observation parent) {
		ResponseObservationContext context = new ResponseObservationContext(sessionId, responseId, this.provider,
				model);
		Observation observation = Observation.createNotStarted(this.convention, () -> context, this.registry);
		if (parent != null) {
			observation.parentObservation(parent);
		}
		return observation.start();
	}

}
