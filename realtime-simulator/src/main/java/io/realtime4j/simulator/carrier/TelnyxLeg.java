package io.realtime4j.simulator.carrier;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Call at the simulated Telnyx, which goes on until somebody hangs up.
 */
final class TelnyxLeg {

	private final String callId = "v3:" + UUID.randomUUID();

	private final Signal signal = new Signal();

	private final List<String> commands = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final Set<String> commandIds = new HashSet<>();

	private final CompletableFuture<JsonNode> answer = new CompletableFuture<>();

	private final CompletableFuture<SimulatedPhoneCall> outcome = new CompletableFuture<>();

	private final String from;

	private final String to;

	private final CompletableFuture<String> targetState = new CompletableFuture<>();

	private volatile @Nullable String clientState;

	private @Nullable TelnyxStream stream;

	private boolean over;

	TelnyxLeg(String from, String to) {
		this.from = from;
		this.to = to;
	}

	String callId() {
		return this.callId;
	}

	String from() {
		return this.from;
	}

	String to() {
		return this.to;
	}

	/**
	 * Note that a command came.
	 */
	void requested(String command) {
		this.requests.add(command);
	}

	/**
	 * Take a command.
	 * @return whether it is to be carried out, since its id is new
	 */
	synchronized boolean take(String command, String commandId) {
		boolean isNew = commandId.isEmpty() || this.commandIds.add(commandId);
		if (isNew) {
			this.commands.add(command);
			this.signal.changed();
		}
		return isNew;
	}

	/**
	 * Return the commands that were carried out.
	 */
	List<String> commands() {
		return List.copyOf(this.commands);
	}

	/**
	 * Return the commands that came, carried out or not.
	 */
	List<String> requests() {
		return List.copyOf(this.requests);
	}

	void awaitCommand(String command, Duration timeout) {
		this.signal.await(() -> this.commands.contains(command) ? true : null, timeout,
				() -> "The application did not send '" + command + "' but " + this.commands);
	}

	void answered(JsonNode answer) {
		this.answer.complete(answer);
	}

	/**
	 * Note that the call is transferred.
	 * @param command the command
	 */
	void transferred(JsonNode command) {
		this.clientState = Json.text(command, "client_state");
		this.targetState.complete(command.path("target_leg_client_state").asString(""));
	}

	@Nullable String clientState() {
		return this.clientState;
	}

	void setClientState(String clientState) {
		this.clientState = clientState;
	}

	/**
	 * Wait for a transfer.
	 * @return what its events have to say of the leg to the target
	 */
	String awaitTargetState(Duration timeout) {
		return await(this.targetState, timeout);
	}

	JsonNode awaitAnswer(Duration timeout) {
		return await(this.answer, timeout);
	}

	synchronized void connected(TelnyxStream stream) {
		this.stream = stream;
	}

	/**
	 * End the call.
	 * @return its stream, or {@code null} if it has none or is over
	 */
	synchronized @Nullable TelnyxStream end() {
		TelnyxStream current = this.over ? null : this.stream;
		this.over = true;
		return current;
	}

	synchronized boolean isOver() {
		return this.over;
	}

	void outcome(SimulatedPhoneCall call) {
		this.outcome.complete(call);
	}

	SimulatedPhoneCall awaitOutcome(Duration timeout) {
		return await(this.outcome, timeout);
	}

	private static <T> T await(CompletableFuture<T> future, Duration timeout) {
		try {
			return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			throw new IllegalStateException("The application neither answers nor rejects the call", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while calling", ex);
		}
	}

}
