package io.realtime4j.simulator.ears;

import java.util.List;

import io.realtime4j.simulator.model.ModelTool;

/**
 * Request to find out what was said.
 *
 * @param pcm the sound of one turn as PCM16, mono, little-endian
 * @param rate its samples per second
 * @param tools the tools of the session
 */
public record HearingRequest(byte[] pcm, int rate, List<ModelTool> tools) {

	/**
	 * Create a new {@link HearingRequest} instance.
	 */
	public HearingRequest {
		tools = List.copyOf(tools);
	}

}
