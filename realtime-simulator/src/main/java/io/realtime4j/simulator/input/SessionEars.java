package io.realtime4j.simulator.input;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.ears.HearingRequest;
import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Internal ears of one session, which hear what a test says or else what the ears of the
 * simulator understand, and do not wait for those for ever.
 */
public final class SessionEars {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final CompletableFuture<Hearing> NOTHING = CompletableFuture.completedFuture(Hearing.nothing());

	private final SimulatorEars ears;

	private final Lane lane;

	private final Supplier<@Nullable String> script;

	private final Supplier<List<ModelTool>> tools;

	/**
	 * Create a new {@link SessionEars} instance.
	 * @param ears the ears of the simulator
	 * @param lane the lane of the session
	 * @param script gives the next scripted transcript, or {@code null}
	 * @param tools gives the tools of the session
	 */
	public SessionEars(SimulatorEars ears, Lane lane, Supplier<@Nullable String> script,
			Supplier<List<ModelTool>> tools) {
		this.ears = ears;
		this.lane = lane;
		this.script = script;
		this.tools = tools;
	}

	/**
	 * Find out what was said in a turn.
	 * @param pcm the turn as PCM16
	 * @param rate its samples per second
	 * @param spokenMillis how much of it is speech
	 * @return what was understood; completed on the lane of the session, if it is not yet
	 */
	public CompletableFuture<Hearing> hear(byte[] pcm, int rate, long spokenMillis) {
		String scripted = this.script.get();
		if (scripted != null) {
			return CompletableFuture.completedFuture(Hearing.of(scripted));
		}
		if (spokenMillis == 0) {
			return NOTHING;
		}
		CompletableFuture<Hearing> asked = this.ears.hear(new HearingRequest(pcm, rate, this.tools.get()));
		return (asked.isDone() && !asked.isCompletedExceptionally()) ? asked : awaited(asked);
	}

	private CompletableFuture<Hearing> awaited(CompletableFuture<Hearing> asked) {
		CompletableFuture<Hearing> heard = new CompletableFuture<>();
		Cancellable end = this.lane.schedule(PATIENCE, () -> heard.complete(Hearing.nothing()));
		asked.whenComplete((hearing, failure) -> this.lane.execute(() -> {
			end.cancel();
			heard.complete((failure != null) ? Hearing.nothing() : hearing);
			if (failure != null) {
				throw new IllegalStateException("The ears of the simulator failed", failure);
			}
		}));
		return heard;
	}

}
