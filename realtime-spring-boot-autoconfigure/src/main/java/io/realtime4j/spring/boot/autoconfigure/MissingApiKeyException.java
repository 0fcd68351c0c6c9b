package io.realtime4j.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * There is nothing to authenticate with.
 */
class MissingApiKeyException extends RuntimeException {

	private final @Nullable String placeholder;

	/**
	 * Create an exception.
	 * @param placeholder what stands for the key and has no value, {@code null} if there
	 * is none
	 */
	MissingApiKeyException(@Nullable String placeholder) {
		super("The property 'realtime.api-key' " + problem(placeholder));
		this.placeholder = placeholder;
	}

	@Nullable String getPlaceholder() {
		return this.placeholder;
	}

	String getProblem() {
		return problem(this.placeholder);
	}

	private static String problem(@Nullable String placeholder) {
		return (placeholder != null) ? "is " + placeholder + ", which could not be resolved" : "is not set";
	}

}
