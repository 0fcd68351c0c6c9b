package io.realtime4j.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.codec.Hostile.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Decodes mutated samples for some time and tells what became of them. It is started by
 * hand, with the number of seconds and a seed.
 */
public final class MutationRun {

	private static final int FAILURES = 20;

	private final List<JsonNode> samples = EventSamples.all().map(EventSamples.Sample::json).toList();

	private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

	private final MutatedText mutations;

	private Duration slowest = Duration.ZERO;

	private String slowestText = "";

	private int failures;

	private MutationRun(long seed) {
		this.mutations = new MutatedText(seed);
	}

	public static void main(String[] arguments) {
		long seconds = (arguments.length > 0) ? Long.parseLong(arguments[0]) : 60;
		long seed = (arguments.length > 1) ? Long.parseLong(arguments[1]) : 1;
		new MutationRun(seed).run(Instant.now().plusSeconds(seconds));
	}

	private void run(Instant end) {
		long mutants = 0;
		while (Instant.now().isBefore(end) && this.failures < FAILURES) {
			for (JsonNode sample : this.samples) {
				decode(this.mutations.of(sample));
				mutants++;
			}
		}
		System.out.println(mutants + " mutants, decoded in both directions: " + this.outcomes);
		System.out.println("Failures: " + this.failures);
		System.out.println("Slowest: " + this.slowest + " for " + this.slowestText);
	}

	private void decode(String text) {
		long start = System.nanoTime();
		try {
			Hostile.outcomes(text).forEach((outcome, count) -> this.outcomes.merge(outcome, count, Integer::sum));
		}
		catch (RuntimeException | StackOverflowError ex) {
			this.failures++;
			System.out.println(ex + " for " + text);
		}
		Duration taken = Duration.ofNanos(System.nanoTime() - start);
		if (taken.compareTo(this.slowest) > 0) {
			this.slowest = taken;
			this.slowestText = (text.length() > 200) ? text.length() + " characters" : text;
		}
	}

}
