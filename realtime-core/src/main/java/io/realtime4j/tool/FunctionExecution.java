package io.realtime4j.tool;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.store.RecordedConversation;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function, from the model's request to the one output that it gets. Its
 * lock is never held while the session, a listener or a tool is called.
 */
final class FunctionExecution implements OpenCall {

	private final long begun = System.nanoTime();

	private final ToolCallContext context;

	private final ResponseCalls response;

	private volatile ToolCall call;

	private volatile ToolOptions options = ToolOptions.defaults();

	private boolean started;

	private boolean answered;

	private @Nullable Future<?> timer;

	private @Nullable Future<?> task;

	private @Nullable Runnable abandonment;

	private @Nullable ToolApproval approval;

	FunctionExecution(ToolCallContext context, ResponseCalls response, ToolCall call) {
		this.context = context;
		this.response = response;
		this.call = call;
	}

	void begin(CallableTool tool) {
		dispatch(() -> prepare(tool));
	}

	void refuse(ToolOutcome.Failure failure) {
		dispatch(() -> fail(failure));
	}

	private void dispatch(Runnable action) {
		FutureTask<?> next = new FutureTask<@Nullable Void>(() -> guarded(action), null);
		synchronized (this) {
			this.task = next;
		}
		try {
			this.context.executor().execute(next);
		}
		catch (RejectedExecutionException ex) {
			fail(new ToolOutcome.Overloaded());
		}
	}

	// Whatever goes wrong, the call is answered
	private void guarded(Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			fail(failure(ex));
		}
	}

	private void prepare(CallableTool tool) {
		this.call = this.call
			.withArguments(ToolArguments.read(this.call.argumentsText(), tool.definition().parameters()));
		this.options = Objects.requireNonNull(tool.options(), "The tool has no options");
		if (!this.options.approvalRequired()) {
			run(tool);
		}
		else if (passesCheck(tool)) {
			requestApproval(tool);
		}
	}

	private boolean passesCheck(CallableTool tool) {
		if (!startTimer()) {
			return false;
		}
		try {
			tool.check(this.call);
			return true;
		}
		catch (Exception ex) {
			fail(failure(ex));
			return false;
		}
	}

	private void requestApproval(CallableTool tool) {
		ToolCall current = this.call;
		Duration timeout = orDefault(this.options.approvalTimeout(), this.context.settings().approvalTimeout());
		ToolApproval request = new ToolApproval(current.session(), current.callId(), current.name(), null,
				current.argumentsText(), timeout);
		synchronized (this) {
			if (this.answered) {
				return;
			}
			stopTimer();
			this.approval = request;
		}
		this.context.approvals().request(request, (decision) -> {
			if (decision.approved()) {
				dispatch(() -> run(tool));
			}
			else {
				fail(new ToolOutcome.Denied(decision));
			}
		});
	}

	// Whoever goes on with the conversation has to know of a tool that may not run twice
	private void run(CallableTool tool) {
		RecordedConversation conversation = this.options.idempotent() ? null
				: RecordedConversation.find(this.call.session());
		if (conversation == null) {
			start(tool);
			return;
		}
		CompletableFuture<Boolean> announced = conversation.announce(this.call.callId());
		if (announced.isDone()) {
			proceed(announced.join(), () -> start(tool));
		}
		else {
			announced.thenAccept((begins) -> proceed(begins, () -> dispatch(() -> start(tool))));
		}
	}

	private void proceed(boolean begins, Runnable start) {
		if (begins) {
			start.run();
		}
		else {
			// Another node has the conversation, and answers
			end();
		}
	}

	private void start(CallableTool tool) {
		synchronized (this) {
			if (!startTimer()) {
				return;
			}
			this.started = true;
		}
		this.context.events().publish(new ToolCallStarted(this.call));
		try {
			CompletionStage<ToolResult> result = this.context.settings().execute(this.call, tool);
			if (keep(() -> tool.abandon(result))) {
				tool.abandon(result);
			}
			result.whenComplete(this::complete);
		}
		catch (Throwable ex) {
			complete(null, ex);
		}
	}

	// Return whether the call is still to be answered
	private synchronized boolean startTimer() {
		if (this.answered) {
			return false;
		}
		Duration timeout = orDefault(this.options.timeout(), this.context.settings().timeout());
		this.timer = this.context.settings().schedule(timeout, () -> abandon(new ToolOutcome.TimedOut(timeout)));
		return true;
	}

	private synchronized void stopTimer() {
		if (this.timer != null) {
			this.timer.cancel(false);
		}
	}

	// Return whether nobody waits for the result already
	private synchronized boolean keep(Runnable abandonment) {
		this.abandonment = abandonment;
		return this.answered;
	}

	private void complete(@Nullable ToolResult value, @Nullable Throwable error) {
		if (value == null) {
			fail(failure((error != null) ? error : new IllegalStateException("The tool gave no result")));
		}
		else if (claim()) {
			ToolOutput output = ToolOutput.of(value.output(), this.context.settings().maxOutputLength());
			answer(output, value.followUp() && this.options.followUp(), new ToolOutcome.Succeeded(output.omitted()));
		}
		else {
			this.context.dropped().add(this.call);
		}
	}

	private static ToolOutcome.Failure failure(Throwable error) {
		Throwable cause = (error instanceof CompletionException && error.getCause() != null) ? error.getCause() : error;
		return (cause instanceof ToolArgumentsException)
				? new ToolOutcome.InvalidArguments(String.valueOf(cause.getMessage())) : new ToolOutcome.Failed(cause);
	}

	@Override
	public void interrupt() {
		boolean running;
		ToolApproval request;
		synchronized (this) {
			running = this.started;
			request = this.approval;
		}
		if (request != null) {
			request.decide(ToolDecision.Kind.WITHDRAWN, null);
		}
		if (!running || this.options.abandonedOnInterruption()) {
			abandon(new ToolOutcome.Interrupted(running));
		}
	}

	@Override
	public void serve(String callId) {
		if (callId.equals(this.call.callId()) && claim()) {
			withdraw();
			conclude(new ToolOutcome.AnsweredByServer(), false);
		}
	}

	@Override
	public void end() {
		if (claim()) {
			withdraw();
			conclude(new ToolOutcome.SessionEnded(), false);
		}
	}

	// Answer without the result, which nobody waits for any more
	private void abandon(ToolOutcome.Failure failure) {
		if (claim()) {
			withdraw();
			answer(failure);
		}
	}

	private void fail(ToolOutcome.Failure failure) {
		if (claim()) {
			answer(failure);
		}
	}

	// The first to come answers the call
	private synchronized boolean claim() {
		boolean first = !this.answered;
		this.answered = true;
		stopTimer();
		return first;
	}

	private void withdraw() {
		Future<?> running;
		Runnable abandonment;
		ToolApproval request;
		synchronized (this) {
			running = this.task;
			abandonment = this.abandonment;
			request = this.approval;
		}
		if (abandonment != null) {
			guarded(abandonment);
		}
		if (request != null) {
			request.decide(ToolDecision.Kind.WITHDRAWN, null);
		}
		if (running != null) {
			running.cancel(true);
		}
	}

	private void answer(ToolOutcome.Failure failure) {
		answer(outputOf(failure), true, failure);
	}

	private void answer(ToolOutput output, boolean followUp, ToolOutcome outcome) {
		this.context.answers().send(FunctionCallOutput.of(this.call.callId(), output.text()), (error) -> {
			if (error == null) {
				conclude(outcome, followUp);
			}
			else {
				answerInstead(error);
			}
		}, this::onRefused);
	}

	// The output could not be sent, but a few words about that may be
	private void answerInstead(Throwable error) {
		if (ToolOutputs.isEnd(error)) {
			conclude(new ToolOutcome.SessionEnded(), false);
			return;
		}
		ToolOutcome.Failure failure = new ToolOutcome.NotSent(error);
		this.context.answers().sendSmall(itemOf(failure), (again) -> conclude(failure, again == null));
	}

	private void onRefused(RealtimeError error) {
		this.context.events().publish(new ToolOutputRefused(this.call, error));
		this.context.answers()
			.sendSmall(itemOf(new ToolOutcome.NotSent(new RealtimeErrorException(error))), (again) -> {
			});
	}

	private FunctionCallOutput itemOf(ToolOutcome.Failure failure) {
		return FunctionCallOutput.of(this.call.callId(), outputOf(failure).text());
	}

	private ToolOutput outputOf(ToolOutcome.Failure failure) {
		RunnerSettings settings = this.context.settings();
		return ToolOutput.of(settings.format(this.call, failure), settings.maxOutputLength());
	}

	private void conclude(ToolOutcome outcome, boolean followUp) {
		this.context.open().remove(this);
		Duration elapsed = Duration.ofNanos(System.nanoTime() - this.begun);
		this.context.events().publish(new ToolCallFinished(this.call, outcome, elapsed));
		boolean news = isStarted() && !(outcome instanceof ToolOutcome.Interrupted);
		if (this.response.answered(this, followUp, news)) {
			this.context.answers().followUp(this.response::settle);
		}
		else {
			this.response.settle();
		}
	}

	private synchronized boolean isStarted() {
		return this.started;
	}

	private static Duration orDefault(@Nullable Duration duration, Duration defaultDuration) {
		return (duration != null) ? duration : defaultDuration;
	}

}
