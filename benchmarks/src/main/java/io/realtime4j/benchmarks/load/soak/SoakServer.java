package io.realtime4j.benchmarks.load.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelTurn;

/**
 * The simulator, with a model that answers each turn by its number and counts what it was
 * told when a conversation ends.
 */
public final class SoakServer {

	private static final double AT_ONCE = Double.POSITIVE_INFINITY;

	private final Map<Integer, RollCall> rollCalls = new ConcurrentHashMap<>();

	private final Duration wordPause;

	private SoakServer(Duration wordPause) {
		this.wordPause = wordPause;
	}

	/**
	 * Serve until the JVM that started this one closes the line.
	 * @param args {@code --word-pause} in seconds
	 */
	public static void main(String[] args) {
		SoakServer server = new SoakServer(Options.of(args).seconds("word-pause", Duration.ofMillis(20)));
		RealtimeSimulator simulator = RealtimeSimulator.builder()
			.recordedEvents(0)
			.pace(AT_ONCE)
			.model(server::reply)
			.start();
		Figures.none().with("port", simulator.port()).print();
		ParentLine.serve((command) -> server.figures().print());
	}

	private ModelReply reply(ModelRequest request) {
		List<ModelTurn> turns = request.turns();
		String text = turns.stream()
			.filter((turn) -> turn.role() == ModelTurn.Role.USER)
			.reduce((first, second) -> second)
			.map(ModelTurn::text)
			.orElse("");
		Optional<Turn> last = Turn.ofRollCall(text);
		last.ifPresent((turn) -> this.rollCalls.put(turn.conversation(), RollCall.of(turn, turns)));
		String answer = Turn.of(text).map(Turn::answer).orElse("Goodbye.");
		return ModelReply.builder().text(answer).wordPause(this.wordPause).build();
	}

	private Figures figures() {
		return Figures.none()
			.with("conversations", this.rollCalls.size())
			.with("missing", sum(RollCall::missing))
			.with("doubled", sum(RollCall::doubled))
			.with("disordered", sum(RollCall::disordered))
			.with("answersDoubled", sum(RollCall::answersDoubled));
	}

	private long sum(ToLongFunction<RollCall> count) {
		return this.rollCalls.values().stream().mapToLong(count).sum();
	}

}
