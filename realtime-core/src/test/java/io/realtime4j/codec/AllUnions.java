package io.realtime4j.codec;

import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.live.codec.LiveParts;

/**
 * The unions of the models of all families.
 */
final class AllUnions {

	static final List<Union<?>> LIST = Stream.of(ModelUnions.ALL, LiveParts.unions())
		.<Union<?>>flatMap(List::stream)
		.toList();

	private AllUnions() {
	}

}
