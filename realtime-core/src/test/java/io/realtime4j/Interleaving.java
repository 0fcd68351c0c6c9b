package io.realtime4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Puts chains of things together in a random order in which each chain keeps its own.
 */
public final class Interleaving {

	private Interleaving() {
	}

	public static <T> List<T> of(List<List<T>> chains, Random random) {
		List<Deque<T>> rest = new ArrayList<>();
		chains.forEach((chain) -> rest.add(new ArrayDeque<>(chain)));
		List<T> result = new ArrayList<>();
		rest.removeIf(Deque::isEmpty);
		while (!rest.isEmpty()) {
			Deque<T> chain = rest.get(random.nextInt(rest.size()));
			result.add(chain.remove());
			rest.removeIf(Deque::isEmpty);
		}
		return result;
	}

}
