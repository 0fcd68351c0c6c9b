package io.realtime4j.simulator.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the simulator.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.simulator")
public class RealtimeSimulatorProperties {

	private static final double DEFAULT_PACE = 4;

	/**
	 * Whether the simulator is used when neither an API key nor a base URL is set.
	 */
	private boolean enabled = true;

	/**
	 * Port on the loopback interface, or 0 for a free port.
	 */
	private int port;

	/**
	 * Factor by which the audio of a response is sent faster than it is spoken.
	 */
	private double pace = DEFAULT_PACE;

	private final Ears ears = new Ears();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public double getPace() {
		return this.pace;
	}

	public void setPace(double pace) {
		this.pace = pace;
	}

	public Ears getEars() {
		return this.ears;
	}

	/**
	 * Ears of the simulator.
	 */
	public static class Ears {

		/**
		 * Whether the simulator tries to understand what is said, if Sphinx is on the
		 * class path.
		 */
		private boolean enabled = true;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

}
