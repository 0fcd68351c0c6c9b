package io.realtime4j.playback;

import java.util.List;

import io.realtime4j.event.client.ClientEvent;
import org.jspecify.annotations.Nullable;

/**
 * Steps to take upon an event, in this order.
 *
 * @param clear whether to clear the sink
 * @param events what to send
 * @param play what to give to the sink, or {@code null} for nothing
 * @param heard whether listeners shall hear of the event
 */
record Reaction(boolean clear, List<ClientEvent> events, @Nullable AudioChunk play, boolean heard) {

	static final Reaction NONE = new Reaction(false, List.of(), null, true);

	static final Reaction UNHEARD = new Reaction(false, List.of(), null, false);

	/**
	 * Create a new {@link Reaction} instance.
	 */
	public Reaction {
		events = List.copyOf(events);
	}

	static Reaction play(AudioChunk chunk) {
		return new Reaction(false, List.of(), chunk, true);
	}

	static Reaction send(List<ClientEvent> events, boolean heard) {
		return new Reaction(false, events, null, heard);
	}

}
