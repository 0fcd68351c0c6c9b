package io.realtime4j.spring.bridge;

import java.util.List;

/**
 * Options of pages: what they may choose and see of their sessions.
 *
 * @param models the models that a page may choose from when its conversation begins;
 * empty if it cannot choose
 * @param voices the voices that a page may choose from when its conversation begins;
 * empty if it cannot choose
 * @param developer whether a page is told of the events of the service and of the
 * settings in force, with instructions, tools and their data
 * @since 0.1.0
 */
public record PageOptions(List<String> models, List<String> voices, boolean developer) {

	/**
	 * Create a new {@link PageOptions} instance.
	 */
	public PageOptions {
		models = List.copyOf(models);
		voices = List.copyOf(voices);
	}

	/**
	 * Return options of pages that choose nothing and see what people see.
	 * @return the options
	 */
	public static PageOptions none() {
		return new PageOptions(List.of(), List.of(), false);
	}

}
