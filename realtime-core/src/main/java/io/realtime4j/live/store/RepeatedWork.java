package io.realtime4j.live.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Internal feature of a live session that goes on with a conversation: what the runner of
 * tools does about calls of functions of a node that did not live to answer them.
 *
 * @since 0.1.0
 */
public final class RepeatedWork {

	private final AtomicReference<List<Response>> responses;

	private final boolean sameServer;

	RepeatedWork(List<Response> responses, boolean sameServer) {
		this.responses = new AtomicReference<>(List.copyOf(responses));
		this.sameServer = sameServer;
	}

	/**
	 * Take the responses that called.
	 * @return the responses, or none if they were taken before
	 */
	public List<Response> take() {
		return this.responses.getAndSet(List.of());
	}

	/**
	 * Return whether the server still waits for the outputs.
	 * @return whether it does, or is another one, which knows nothing of the calls
	 */
	public boolean isSameServer() {
		return this.sameServer;
	}

	/**
	 * A response that called functions, at least one of which runs again.
	 *
	 * @param id what tells it from others
	 * @param calls the calls that run again
	 * @param outputs the outputs of the others, by the calls
	 */
	public record Response(String id, List<OpenWork> calls, Map<OpenWork, String> outputs) {

		/**
		 * Create a new {@link Response} instance.
		 */
		public Response {
			calls = List.copyOf(calls);
			outputs = Map.copyOf(outputs);
		}

	}

}
