package io.realtime4j.spring.boot.autoconfigure.mapping;

/**
 * Internal exception thrown when the value of a property cannot be used. The message
 * never holds the value of a property that may be secret.
 */
public class InvalidRealtimePropertyException extends RuntimeException {

	private final String property;

	private final String problem;

	public InvalidRealtimePropertyException(String property, String problem) {
		super("The property '" + property + "' " + problem);
		this.property = property;
		this.problem = problem;
	}

	public String getProperty() {
		return this.property;
	}

	String getProblem() {
		return this.problem;
	}

}
