package io.realtime4j.benchmarks.load.server;

import java.util.HashMap;
import java.util.Map;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.report.Latencies;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Stamp;

/**
 * PCM at 24 kHz, as pages speak and hear it.
 */
final class PageSound implements CallSound {

	private final Latencies heard = new Latencies();

	private final Map<Connection, Spoken> spoken = new HashMap<>();

	@Override
	public void hear(Connection connection, String event) {
		CallAudio.heard(event, this.heard);
	}

	@Override
	public byte[] speak(Connection connection, CallEvents turn) {
		Spoken spoken = this.spoken.get(connection);
		if (spoken == null || !spoken.turn().equals(turn)) {
			byte[] audio = turn.audio();
			spoken = new Spoken(turn, audio, CallEvents.stampIndex(audio));
			this.spoken.put(connection, spoken);
		}
		byte[] copy = spoken.audio().clone();
		System.arraycopy(Stamp.base64(Stamp.now()), 0, copy, spoken.stampIndex(), Stamp.BASE64_LENGTH);
		return copy;
	}

	@Override
	public void forget(Connection connection) {
		this.spoken.remove(connection);
	}

	@Override
	public void begin() {
		this.heard.clear();
	}

	@Override
	public Figures figures() {
		return this.heard.figures();
	}

	/**
	 * Audio that is being said to a client, made once for a turn.
	 *
	 * @param turn the turn
	 * @param audio a piece
	 * @param stampIndex where its stamp is
	 */
	private record Spoken(CallEvents turn, byte[] audio, int stampIndex) {
	}

}
