package io.realtime4j.spring.boot.autoconfigure.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for observations.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.observations")
public class ObservationsProperties {

	/**
	 * Names of the attributes of generative AI: those of Spring AI, or those of the
	 * semantic conventions of OpenTelemetry.
	 */
	private Names names = Names.SPRING_AI;

	/**
	 * Whether observations contain what is said, and the arguments and results of tools.
	 * Whoever sees traces can read it then.
	 */
	private boolean includeContent;

	public Names getNames() {
		return this.names;
	}

	public void setNames(Names names) {
		this.names = names;
	}

	public boolean isIncludeContent() {
		return this.includeContent;
	}

	public void setIncludeContent(boolean includeContent) {
		this.includeContent = includeContent;
	}

	/**
	 * Names to choose from.
	 */
	public enum Names {

		/**
		 * Those that Spring AI gives.
		 */
		SPRING_AI,

		/**
		 * Those of the semantic conventions for generative AI, 0.1.0.
		 */
		OPEN_TELEMETRY

	}

}
