package io.realtime4j.benchmarks.load.server;

import java.time.Duration;

import io.realtime4j.benchmarks.load.process.Options;

/**
 * Makes the scenario that a program asks for.
 */
final class Scenarios {

	private Scenarios() {
	}

	static Scenario create(Options options) {
		String name = options.text("scenario");
		int audio = options.number("audio", 4800);
		return switch (name) {
			case "session" -> new SessionScenario();
			case "push" -> new PushScenario(options.number("frames", 1), audio);
			case "pace" -> new PaceScenario(options.seconds("period", Duration.ofMillis(50)), audio);
			case "calls" -> new CallScenario(turn(options), new PageSound());
			case "phones" -> new CallScenario(turn(options), new LineSound());
			case "turns" -> new TurnScenario();
			case "handshake" -> new HandshakeScenario();
			default -> throw new IllegalArgumentException("Unknown scenario " + name);
		};
	}

	private static Duration turn(Options options) {
		return options.seconds("turn", Duration.ofSeconds(5));
	}

}
