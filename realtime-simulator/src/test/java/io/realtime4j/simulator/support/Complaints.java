package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a stream, in the order of its events.
 */
final class Complaints {

	private final List<String> list = new ArrayList<>();

	private String type = "stream";

	void about(String type) {
		this.type = type;
	}

	/**
	 * Complain about the current event unless something holds.
	 * @param condition what must hold
	 * @param complaint what is wrong otherwise
	 */
	void require(boolean condition, String complaint) {
		if (!condition) {
			this.list.add(this.type + " " + complaint);
		}
	}

	List<String> list() {
		return List.copyOf(this.list);
	}

}
