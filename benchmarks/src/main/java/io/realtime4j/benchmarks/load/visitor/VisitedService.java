package io.realtime4j.benchmarks.load.visitor;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;

/**
 * The simulator, with a model that answers whatever it is told, at once and at length.
 */
public final class VisitedService {

	private static final double AT_ONCE = Double.POSITIVE_INFINITY;

	private static final String ANSWER = "That is a long story, and it begins in the year of the great flood. "
		.repeat(3);

	private VisitedService() {
	}

	/**
	 * Serve until the JVM that started this one closes the line.
	 * @param args nothing
	 */
	public static void main(String[] args) {
		RealtimeSimulator simulator = RealtimeSimulator.builder()
			.recordedEvents(0)
			.tokensPerMinute(Long.MAX_VALUE)
			.pace(AT_ONCE)
			.model((request) -> ModelReply.builder().text(ANSWER).wordPause(Duration.ZERO).build())
			.start();
		Figures.none().with("port", simulator.port()).print();
		ParentLine.serve((command) -> {
		});
	}

}
