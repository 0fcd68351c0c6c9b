package io.realtime4j.simulator.carrier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Commands of a REST API for calls that end with their stream.
 */
final class CallCommands {

	private final Map<String, CarrierStream> streams = new ConcurrentHashMap<>();

	private final List<String> hangUps = new CopyOnWriteArrayList<>();

	private final BiConsumer<String, String> onTransfer;

	/**
	 * Create commands.
	 * @param onTransfer is told the id of a call, and whom it is transferred to
	 */
	CallCommands(BiConsumer<String, String> onTransfer) {
		this.onTransfer = onTransfer;
	}

	/**
	 * Note that a call is connected.
	 */
	void connected(String callId, CarrierStream stream) {
		this.streams.put(callId, stream);
	}

	/**
	 * Hang up a call.
	 * @return whether there is one
	 */
	boolean hangUp(String callId) {
		return end(callId, () -> this.hangUps.add(callId));
	}

	/**
	 * Transfer a call.
	 * @return whether there is one
	 */
	boolean transfer(String callId, String target) {
		return end(callId, () -> this.onTransfer.accept(callId, target));
	}

	private boolean end(String callId, Runnable note) {
		CarrierStream stream = this.streams.get(callId);
		if (stream == null || stream.closeCode() != null) {
			return false;
		}
		note.run();
		stream.stop();
		return true;
	}

	/**
	 * Return the calls that were hung up.
	 */
	List<String> hangUps() {
		return List.copyOf(this.hangUps);
	}

}
