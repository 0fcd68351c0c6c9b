package io.realtime4j.spring.observation;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.realtime4j.model.response.Response;
import org.jspecify.annotations.Nullable;

/**
 * Context of the observation of a response, from the moment at which the service begins
 * it to its end.
 *
 * @since 0.1.0
 */
public class ResponseObservationContext extends Observation.Context {

	private final String sessionId;

	private final String responseId;

	private final String provider;

	private final @Nullable String model;

	private volatile String outcome = "other";

	private volatile @Nullable Duration timeToFirstChunk;

	private volatile @Nullable Response response;

	/**
	 * Create a context.
	 * @param sessionId the id of the session
	 * @param responseId the id of the response
	 * @param provider the name of the provider
	 * @param model the model of the session, or {@code null} if the server did not tell
	 */
	public ResponseObservationContext(String sessionId, String responseId, String provider, @Nullable String model) {
		this.sessionId = sessionId;
		this.responseId = responseId;
		this.provider = provider;
		this.model = model;
	}

	/**
	 * Return the id of the session.
	 * @return the id
	 */
	public String getSessionId() {
		return this.sessionId;
	}

	/**
	 * Return the id of the response.
	 * @return the id
	 */
	public String getResponseId() {
		return this.responseId;
	}

	/**
	 * Return the name of the provider.
	 * @return the name
	 */
	public String getProvider() {
		return this.provider;
	}

	/**
	 * Return the model of the session.
	 * @return the model, or {@code null} if the server did not tell
	 */
	public @Nullable String getModel() {
		return this.model;
	}

	/**
	 * Return how the response ended: {@code completed}, {@code cancelled},
	 * {@code incomplete}, {@code failed}, {@code timed_out}, {@code lost} with its
	 * connection, or {@code other}.
	 * @return the outcome
	 */
	public String getOutcome() {
		return this.outcome;
	}

	void setOutcome(String outcome) {
		this.outcome = outcome;
	}

	/**
	 * Return how long the first piece of the answer took, from the begin of the response.
	 * @return the time, or {@code null} if there was none
	 */
	public @Nullable Duration getTimeToFirstChunk() {
		return this.timeToFirstChunk;
	}

	void setTimeToFirstChunk(Duration time) {
		this.timeToFirstChunk = time;
	}

	/**
	 * Return the response as the server told it at its end.
	 * @return the response, or {@code null} if it did not
	 */
	public @Nullable Response getResponse() {
		return this.response;
	}

	void setResponse(Response response) {
		this.response = response;
	}

}
