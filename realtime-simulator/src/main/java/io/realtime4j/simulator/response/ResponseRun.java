package io.realtime4j.simulator.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ReplyEnd;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.settings.ServedResponseSettings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One response from its beginning to its end. Everything happens on the lane of the
 * session, in small steps, so that a cancellation takes effect between any two of them.
 */
final class ResponseRun {

	private final Stage stage;

	private final ServedResponseSettings settings;

	private final ServedUsageMeter usage;

	private final Consumer<ResponseRun> whenOver;

	private final String id;

	private final Instant startedAt;

	private final List<ConversationItem> items;

	private ModelRequest request;

	private final List<OutputItem> output = new ArrayList<>();

	private @Nullable ReplyPlan plan;

	private Duration wordPause = Duration.ZERO;

	private boolean over;

	ResponseRun(Stage stage, ServedResponseSettings settings, List<ConversationItem> items, ServedUsageMeter usage,
			Consumer<ResponseRun> whenOver) {
		this.stage = stage;
		this.settings = settings;
		this.usage = usage;
		this.whenOver = whenOver;
		this.id = stage.events().ids().next("resp");
		this.startedAt = stage.lane().timeline().now();
		this.items = List.copyOf(items);
		this.request = TurnReader.request(settings, items);
	}

	String id() {
		return this.id;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	boolean isOutOfBand() {
		return this.settings.isOutOfBand();
	}

	long audioMillis() {
		return this.output.stream().mapToLong((item) -> item.item().audioMillis()).sum();
	}

	/**
	 * Begin to answer.
	 * @param scripted what to answer, or {@code null} to ask the model
	 */
	void begin(@Nullable ModelReply scripted) {
		ObjectNode event = this.stage.events().event("response.created");
		event.set("response", json("in_progress", null, null));
		this.stage.events().send(event);
		if (scripted != null) {
			answer(CompletableFuture.completedFuture(scripted));
			return;
		}
		CompletableFuture<?>[] heard = this.items.stream()
			.map(ConversationItem::hearing)
			.filter((hearing) -> !hearing.isDone())
			.toArray(CompletableFuture<?>[]::new);
		if (heard.length == 0) {
			answer(this.stage.work(() -> this.stage.model().reply(this.request)));
			return;
		}
		CompletableFuture.allOf(heard).thenRun(() -> onLane(() -> {
			ModelRequest request = TurnReader.request(this.settings, this.items);
			this.request = request;
			answer(this.stage.work(() -> this.stage.model().reply(request)));
		}));
	}

	private void answer(CompletableFuture<ModelReply> reply) {
		reply.whenComplete((answer, failure) -> onLane(() -> {
			if (failure != null) {
				finish(ReplyEnd.serverError());
				return;
			}
			this.plan = ReplyPlan.of(answer, this.settings.tokenLimit());
			this.wordPause = answer.wordPause();
			wait(Advance.after(answer.delay()));
		}));
	}

	/**
	 * Break off.
	 * @param end how the response ends
	 */
	void breakOff(ReplyEnd end) {
		if (!this.over) {
			if (!this.output.isEmpty() && "in_progress".equals(last().item().json().path("status").asString())) {
				last().stop();
			}
			finish(end);
		}
	}

	/**
	 * Forget about it, because nobody listens any more.
	 */
	void abandon() {
		this.over = true;
	}

	private void step() {
		ReplyPlan plan = this.plan;
		if (plan == null) {
			return;
		}
		if (this.output.isEmpty() && !nextItem(plan)) {
			finish(plan.end());
			return;
		}
		Advance advance = last().advance();
		if (!advance.done() || nextItem(plan)) {
			wait(advance);
		}
		else {
			finish(plan.end());
		}
	}

	private boolean nextItem(ReplyPlan plan) {
		int index = this.output.size();
		if (index == plan.parts().size()) {
			return false;
		}
		boolean cutShort = index == plan.parts().size() - 1 && !plan.end().isCompleted();
		OutputSlot slot = new OutputSlot(this.id, index, this.settings, this.wordPause,
				(cutShort) ? "incomplete" : "completed");
		ReplyPart part = plan.parts().get(index);
		if (part instanceof ReplyPart.Call call) {
			this.output.add(new CallOutput(this.stage, slot, call));
		}
		else {
			ReplyPart.Message message = (ReplyPart.Message) part;
			this.output.add((this.settings.isSpoken()) ? new SpeechOutput(this.stage, slot, message)
					: new TextOutput(this.stage, slot, message.text()));
		}
		return true;
	}

	private OutputItem last() {
		return this.output.get(this.output.size() - 1);
	}

	private void wait(Advance advance) {
		if (!advance.delay().isZero()) {
			this.stage.lane().schedule(advance.delay(), () -> whenReady(advance));
		}
		else {
			whenReady(advance);
		}
	}

	private void whenReady(Advance advance) {
		CompletableFuture<?> ready = advance.ready();
		if (ready == null) {
			onLane(this::step);
			return;
		}
		ready.whenComplete((result, failure) -> onLane(() -> {
			if (failure != null) {
				breakOff(ReplyEnd.serverError());
			}
			else {
				step();
			}
		}));
	}

	private void onLane(Runnable task) {
		this.stage.lane().execute(() -> {
			if (!this.over) {
				task.run();
			}
		});
	}

	private void finish(ReplyEnd end) {
		this.over = true;
		ObjectNode event = this.stage.events().event("response.done");
		event.set("response", json(end.status(), end.details(), this.usage.measure(this.request, announced())));
		this.stage.events().send(event);
		this.whenOver.accept(this);
	}

	private List<OutputItem> announced() {
		return this.output.stream().filter(OutputItem::isAnnounced).toList();
	}

	private ObjectNode json(String status, @Nullable ObjectNode details, @Nullable ObjectNode usage) {
		return new ResponseJson(this.id, status, details).output(announced())
			.settings(this.settings, (isOutOfBand()) ? null : this.stage.conversation().id())
			.usage(usage, this.settings);
	}

}
