package io.realtime4j.spring.boot.autoconfigure.mapping;

/**
 * Internal exception thrown when the value of a property cannot be used. The message
 * never holds the value of a property that may be secret.
 */
public class InvalidRealtimePropertyException extends RuntimeException {

	private final String property;

	private final String problem;

	/**
	 * Create an exception.
	 * @param property the name of the property
	 * @param problem the problem, which follows the name in a sentence
	 */
	public InvalidRealtimePropertyException(String property, String problem) {
		super("The property '" + property + "' " + problem);
		this.property = property;
		this.problem = problem;
	}

	/**
	 * Return the name of the property.
	 * @return the name
	 */
	public String getProperty() {
		return this.property;
	}

	String getProblem() {
		return this.problem;
	}

}
