package io.realtime4j.playback;

import java.util.List;

import io.realtime4j.event.client.ClientEvent;

/**
 * Steps that take one response out of what is heard, in this order.
 *
 * @param clear whether to clear the sink
 * @param replay what to give to the sink again, since it belongs to other responses
 * @param events what to send
 */
record Cut(boolean clear, List<AudioChunk> replay, List<ClientEvent> events) {

	/**
	 * Create a new {@link Cut} instance.
	 */
	public Cut {
		replay = List.copyOf(replay);
		events = List.copyOf(events);
	}

}
