package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.util.ArrayList;
import java.util.List;

/**
 * Properties for what pages may choose and see of their sessions.
 *
 * @since 0.1.0
 */
public class BridgePageProperties {

	/**
	 * Comma-separated list of models that a page may choose from when its conversation
	 * begins. By default pages cannot choose.
	 */
	private List<String> models = new ArrayList<>();

	/**
	 * Comma-separated list of voices that a page may choose from when its conversation
	 * begins. By default pages cannot choose.
	 */
	private List<String> voices = new ArrayList<>();

	/**
	 * Whether a page receives the events of the service and the settings of its session,
	 * with instructions, tools and their data. For development only.
	 */
	private boolean developer;

	public List<String> getModels() {
		return this.models;
	}

	public void setModels(List<String> models) {
		this.models = models;
	}

	public List<String> getVoices() {
		return this.voices;
	}

	public void setVoices(List<String> voices) {
		this.voices = voices;
	}

	public boolean isDeveloper() {
		return this.developer;
	}

	public void setDeveloper(boolean developer) {
		this.developer = developer;
	}

}
