package io.realtime4j.simulator.ears;

import java.util.concurrent.CompletableFuture;

/**
 * Standard ears of the simulator: they understand a small language about the tools of a
 * session if Sphinx is on the class path ({@code de.sciss:sphinx4-core} and
 * {@code de.sciss:sphinx4-data}).
 */
public final class StandardEars {

	private static final String SPHINX = "edu.cmu.sphinx.linguist.flat.FlatLinguist";

	private static final String DATA = "edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

	private static final CompletableFuture<Hearing> NOTHING = CompletableFuture.completedFuture(Hearing.nothing());

	private StandardEars() {
	}

	/**
	 * Create the best ears there are. What they need is loaded when somebody speaks for
	 * the first time: some 200 MB of memory, for a second or two.
	 * @return new ears, which are to be closed
	 */
	public static SimulatorEars create() {
		return create(StandardEars.class.getClassLoader());
	}

	static SimulatorEars create(ClassLoader classLoader) {
		try {
			Class.forName(SPHINX, false, classLoader);
			return (classLoader.getResource(DATA) != null) ? new SphinxEars() : deaf();
		}
		catch (ClassNotFoundException ex) {
			return deaf();
		}
	}

	/**
	 * Return ears that understand nothing.
	 * @return the ears
	 */
	public static SimulatorEars deaf() {
		return (request) -> NOTHING;
	}

}
