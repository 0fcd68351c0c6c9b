package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrieMap}.
 */
class TrieMapTests {

	// "Aa" and "BB" have the same hash, and so have all texts made of them
	private static final List<String> ALIKE = List.of("AaAa", "BBBB", "AaBB", "BBAa");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void holdsWhatWasPut(long seed) {
		Random random = new Random(seed);
		Map<String, Integer> expected = new HashMap<>();
		TrieMap<Integer> map = TrieMap.empty();
		for (int i = 0; i < 5000; i++) {
			String key = key(random);
			if (random.nextInt(3) > 0) {
				expected.put(key, i);
				map = map.with(key, i);
			}
			else {
				expected.remove(key);
				map = map.without(key);
			}
			assertThat(map.get(key)).isEqualTo(expected.get(key));
			assertThat(map.isEmpty()).isEqualTo(expected.isEmpty());
		}
		TrieMap<Integer> all = map;
		assertThat(expected).allSatisfy((key, value) -> assertThat(all.get(key)).isEqualTo(value));
		List<Integer> values = new ArrayList<>();
		map.forEach(values::add);
		assertThat(values).containsExactlyInAnyOrderElementsOf(expected.values());
		for (String key : expected.keySet()) {
			map = map.without(key);
		}
		assertThat(map.isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void tellsWhatTwoDifferIn(long seed) {
		Random random = new Random(seed);
		TrieMap<Integer> map = TrieMap.empty();
		int value = 0;
		for (int i = 0; i < 500; i++) {
			map = map.with(key(random), value++);
		}
		for (int round = 0; round < 50; round++) {
			TrieMap<Integer> before = map;
			Set<String> touched = new HashSet<>();
			for (int i = 0; i < random.nextInt(20); i++) {
				String key = key(random);
				touched.add(key);
				map = (random.nextInt(3) > 0) ? map.with(key, value++) : map.without(key);
			}
			TrieMap<Integer> after = map;
			touched.removeIf((key) -> Objects.equals(before.get(key), after.get(key)));
			assertThat(differences(before, after)).containsExactlyInAnyOrderElementsOf(touched);
			assertThat(differences(after, before)).containsExactlyInAnyOrderElementsOf(touched);
		}
	}

	@Test
	void earlierOnesNeverChange() {
		TrieMap<Integer> before = TrieMap.<Integer>empty().with("AaAa", 1).with("BBBB", 2);
		TrieMap<Integer> after = before.without("AaAa").with("BBBB", 3);
		assertThat(before.get("AaAa")).isEqualTo(1);
		assertThat(before.get("BBBB")).isEqualTo(2);
		assertThat(after.get("AaAa")).isNull();
		assertThat(after.get("BBBB")).isEqualTo(3);
	}

	private static List<String> differences(TrieMap<Integer> one, TrieMap<Integer> other) {
		List<String> keys = new ArrayList<>();
		one.differences(other, keys::add);
		return keys;
	}

	private static String key(Random random) {
		int number = random.nextInt(400);
		return (number < ALIKE.size()) ? ALIKE.get(number) : "item_" + number;
	}

}
