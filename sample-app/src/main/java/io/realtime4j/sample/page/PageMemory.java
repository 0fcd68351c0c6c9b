package io.realtime4j.sample.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page that is opened late has to be told: the latest messages, a bounded number
 * of each kind, oldest first.
 */
final class PageMemory {

	static final int MAX_OF_A_KIND = 200;

	private final Map<String, Map<String, PageFrame>> kinds = new LinkedHashMap<>();

	void keep(String key, PageFrame frame) {
		Map<String, PageFrame> frames = this.kinds.computeIfAbsent(frame.event(), (event) -> new LinkedHashMap<>());
		frames.put(key, frame);
		if (frames.size() > MAX_OF_A_KIND) {
			frames.remove(frames.keySet().iterator().next());
		}
	}

	List<PageFrame> frames() {
		List<PageFrame> all = new ArrayList<>();
		this.kinds.values().forEach((frames) -> all.addAll(frames.values()));
		return all;
	}

}
