package io.realtime4j.live.codec;

import java.util.List;

import io.realtime4j.codec.EventKinds;
import io.realtime4j.codec.HotEvent;
import io.realtime4j.codec.Union;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.UnknownLiveClientEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;

/**
 * The parts of the codec of this family, for tests that look into it.
 */
public final class LiveParts {

	private LiveParts() {
	}

	public static List<Union<?>> unions() {
		return LiveUnions.ALL;
	}

	/**
	 * Return the events of the server without the fast path.
	 */
	public static EventKinds<LiveServerEvent> server() {
		return new EventKinds<>(LiveServerTypes.ALL, UnknownLiveServerEvent::new);
	}

	/**
	 * Return the events of the client without the fast path.
	 */
	public static EventKinds<LiveClientEvent> client() {
		return new EventKinds<>(LiveClientTypes.ALL, UnknownLiveClientEvent::new);
	}

	public static List<HotEvent<LiveServerEvent>> hotServer() {
		return HotLiveServerEvents.ALL;
	}

}
