package io.realtime4j.codec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.realtime4j.codec.Hostile.Outcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries mutated samples by the million, and tells what became of them. It is no part of
 * the build: CONTRIBUTING.md says how it is started.
 */
class MutationRun {

	private static final int MAX_FAILURES = 20;

	private static final int ONE_IN_ELSEWHERE = 10;

	private static final int REPORTED = 250_000;

	private final long mutants = Long.getLong("mutants", 100_000);

	private final long seed = Long.getLong("seed", 1);

	private final Random random = new Random(this.seed);

	private final MutatedText mutations = new MutatedText(
			Stream.of(EntryPoint.values()).flatMap((entry) -> entry.samples().stream()).toList(), this.seed);

	private final Map<EntryPoint, List<JsonNode>> samples = new EnumMap<>(EntryPoint.class);

	private final Map<EntryPoint, Map<Outcome, Long>> outcomes = new EnumMap<>(EntryPoint.class);

	private final List<String> failures = new ArrayList<>();

	private Duration slowest = Duration.ZERO;

	private String slowestText = "";

	@Test
	void mutantsAreHarmless() {
		for (EntryPoint entry : EntryPoint.values()) {
			this.samples.put(entry, new ArrayList<>(entry.samples()));
			this.outcomes.put(entry, new EnumMap<>(Outcome.class));
		}
		this.samples.get(EntryPoint.SERVER).addAll(EventSamples.inBeta("server"));
		this.samples.get(EntryPoint.CLIENT).addAll(EventSamples.inBeta("client"));
		long start = System.nanoTime();
		for (long i = 1; i <= this.mutants && this.failures.size() < MAX_FAILURES; i++) {
			tryNext();
			if (i % REPORTED == 0 || i == this.mutants) {
				report(i, Duration.ofNanos(System.nanoTime() - start));
			}
		}
		assertThat(this.failures).isEmpty();
	}

	private void tryNext() {
		EntryPoint origin = EntryPoint.values()[this.random.nextInt(EntryPoint.values().length)];
		String text = this.mutations.of(pick(this.samples.get(origin)));
		if (this.random.nextInt(ONE_IN_ELSEWHERE) == 0) {
			origin = EntryPoint.values()[this.random.nextInt(EntryPoint.values().length)];
		}
		long start = System.nanoTime();
		try {
			this.outcomes.get(origin).merge(Hostile.outcome(origin, text), 1L, Long::sum);
		}
		catch (RuntimeException | StackOverflowError ex) {
			this.failures.add(origin + ": " + ex + ", for " + text);
			System.out.println("FAILURE " + this.failures.get(this.failures.size() - 1));
		}
		Duration taken = Duration.ofNanos(System.nanoTime() - start);
		if (taken.compareTo(this.slowest) > 0) {
			this.slowest = taken;
			this.slowestText = (text.length() > 200) ? text.length() + " characters" : text;
		}
	}

	private void report(long tried, Duration time) {
		System.out.printf("%,d mutants (seed %d) in %d s: %s, %d failures, slowest %d ms for %s%n", tried, this.seed,
				time.toSeconds(), this.outcomes, this.failures.size(), this.slowest.toMillis(), this.slowestText);
	}

	private JsonNode pick(List<JsonNode> nodes) {
		return nodes.get(this.random.nextInt(nodes.size()));
	}

}
