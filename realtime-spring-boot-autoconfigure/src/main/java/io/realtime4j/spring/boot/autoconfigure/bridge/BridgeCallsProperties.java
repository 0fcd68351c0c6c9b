package io.realtime4j.spring.boot.autoconfigure.bridge;

/**
 * Properties for calls by WebRTC between pages and the service.
 *
 * @since 0.1.0
 */
public class BridgeCallsProperties {

	/**
	 * Whether pages can start calls by POST of an SDP offer to calls below the path of
	 * the bridge. Anybody who can reach that endpoint causes costs, so the application
	 * has to secure it.
	 */
	private boolean enabled;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

}
