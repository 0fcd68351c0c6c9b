package io.realtime4j.simulator.model;

/**
 * Choice among the tools of a request.
 *
 * @param mode how free the model is
 * @param name the tool to call if the mode is {@link Mode#NAMED}, otherwise empty
 */
public record ModelToolChoice(Mode mode, String name) {

	/**
	 * How free the model is.
	 */
	public enum Mode {

		/**
		 * The model decides.
		 */
		AUTO,

		/**
		 * No tool is called.
		 */
		NONE,

		/**
		 * Some tool is called.
		 */
		REQUIRED,

		/**
		 * One certain tool is called.
		 */
		NAMED

	}

}
