package io.realtime4j.simulator.ears;

import java.util.concurrent.CompletableFuture;

/**
 * Strategy for the ears of the simulator, which find out what was said. Implementations
 * are called on threads of the simulator, possibly for several sessions at once, and must
 * not block them.
 */
@FunctionalInterface
public interface SimulatorEars extends AutoCloseable {

	/**
	 * Find out what was said.
	 * @param request the speech, and the tools that it may be about
	 * @return what was understood, {@link Hearing#nothing()} if nothing was; the
	 * simulator does not wait for it longer than some seconds
	 */
	CompletableFuture<Hearing> hear(HearingRequest request);

	/**
	 * Release the resources of the ears.
	 */
	@Override
	default void close() {
	}

}
