package io.realtime4j.simulator.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.settings.ServedResponseSettings;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal list of the responses of one session: at most one in the conversation, and any
 * number outside of it.
 */
public final class Responses {

	private static final double MILLIS = 1000;

	private final Stage stage;

	private final Supplier<@Nullable ModelReply> script;

	private final ResponseListener listener;

	private final ServedUsageMeter usage = new ServedUsageMeter();

	private final List<ResponseRun> running = new ArrayList<>();

	private @Nullable ResponseRun active;

	private @Nullable ServedResponseSettings pendingTurn;

	private boolean spoken;

	/**
	 * Create a new {@link Responses} instance.
	 * @param stage where they are performed
	 * @param script gives the next scripted reply, or {@code null} to ask the model
	 * @param listener told when a response is over
	 */
	public Responses(Stage stage, Supplier<@Nullable ModelReply> script, ResponseListener listener) {
		this.stage = stage;
		this.script = script;
		this.listener = listener;
	}

	/**
	 * Create a response because the client asks for it.
	 * @param settings what it is made of
	 * @param items what it answers
	 */
	public void create(ServedResponseSettings settings, List<ConversationItem> items) {
		ResponseRun current = this.active;
		if (current != null && !settings.isOutOfBand()) {
			throw new ProtocolException("conversation_already_has_active_response",
					"Conversation already has an active response in progress: " + current.id()
							+ ". Wait until the response is finished before creating a new one.",
					null);
		}
		begin(settings, items);
	}

	/**
	 * Create a response to a turn that was detected, as soon as no other is active.
	 * @param settings what it is made of
	 */
	public void createForTurn(ServedResponseSettings settings) {
		if (this.active != null) {
			this.pendingTurn = settings;
			return;
		}
		begin(settings, this.stage.conversation().items());
	}

	/**
	 * Cancel a response because the client asks for it.
	 * @param responseId the response, or {@code null} for the active one
	 */
	public void cancel(@Nullable String responseId) {
		for (ResponseRun run : List.copyOf(this.running)) {
			if ((responseId != null) ? run.id().equals(responseId) : run == this.active) {
				run.breakOff(ReplyEnd.cancelled("client_cancelled"));
				return;
			}
		}
		throw new ProtocolException("response_cancel_not_active", "Cancellation failed: no active response found",
				null);
	}

	/**
	 * Cancel the active response because the user speaks.
	 */
	public void interrupt() {
		this.pendingTurn = null;
		if (this.active != null) {
			this.active.breakOff(ReplyEnd.cancelled("turn_detected"));
		}
	}

	/**
	 * Return whether a response of the conversation is active.
	 * @return {@code true} until its {@code response.done}
	 */
	public boolean isActive() {
		return this.active != null;
	}

	/**
	 * Return whether the assistant spoke already.
	 * @return {@code true} once a response sent audio
	 */
	public boolean hasSpoken() {
		return this.spoken || this.running.stream().anyMatch((run) -> run.audioMillis() > 0);
	}

	/**
	 * Forget about all of them, because nobody listens any more.
	 */
	public void close() {
		this.running.forEach(ResponseRun::abandon);
		this.running.clear();
		this.active = null;
	}

	private @Nullable ModelReply scriptedReply() {
		if (this.stage.budget().remaining(now()) == 0) {
			return ModelReply.ending(ReplyEnd.rateLimited(this.stage.budget().limit()));
		}
		return this.script.get();
	}

	private void begin(ServedResponseSettings settings, List<ConversationItem> items) {
		ResponseRun run = new ResponseRun(this.stage, settings, items, this.usage, this::over);
		this.running.add(run);
		if (!settings.isOutOfBand()) {
			this.active = run;
		}
		run.begin(scriptedReply());
	}

	private void over(ResponseRun run) {
		this.running.remove(run);
		this.spoken |= run.audioMillis() > 0;
		this.stage.budget().consume(this.usage.consumed(), now());
		sendRateLimits();
		if (run != this.active) {
			return;
		}
		this.active = null;
		Duration elapsed = Duration.between(run.startedAt(), now());
		this.listener.responseOver(run.audioMillis(), elapsed.toMillis());
		ServedResponseSettings turn = this.pendingTurn;
		this.pendingTurn = null;
		if (turn != null) {
			createForTurn(turn);
		}
	}

	private void sendRateLimits() {
		TokenBudget budget = this.stage.budget();
		Instant now = now();
		ObjectNode event = this.stage.events().event("rate_limits.updated");
		event.putArray("rate_limits")
			.addObject()
			.put("name", "tokens")
			.put("limit", budget.limit())
			.put("remaining", budget.remaining(now))
			.put("reset_seconds", Math.ceil(budget.resetSeconds(now) * MILLIS) / MILLIS);
		this.stage.events().send(event);
	}

	private Instant now() {
		return this.stage.lane().timeline().now();
	}

}
