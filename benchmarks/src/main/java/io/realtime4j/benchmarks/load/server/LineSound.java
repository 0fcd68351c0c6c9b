package io.realtime4j.benchmarks.load.server;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.wire.LineAudio;
import io.realtime4j.benchmarks.load.wire.LineEar;

/**
 * G.711 at 8 kHz, as telephones speak and hear it.
 */
final class LineSound implements CallSound {

	/**
	 * Frames of a tenth of a second.
	 */
	private static final int FRAMES = LineAudio.PER_SECOND / 10;

	private static final String APPEND = "\"audio\":\"";

	private final LineEar ear = new LineEar();

	private final Map<Connection, Integer> spoken = new HashMap<>();

	private long said;

	@Override
	public void hear(Connection connection, String event) {
		int start = event.indexOf(APPEND);
		if (start >= 0 && event.contains("\"input_audio_buffer.append\"")) {
			int end = event.indexOf('"', start + APPEND.length());
			this.ear.hear(connection, Base64.getDecoder().decode(event.substring(start + APPEND.length(), end)));
		}
	}

	@Override
	public byte[] speak(Connection connection, CallEvents turn) {
		int first = this.spoken.merge(connection, FRAMES, Integer::sum) - FRAMES;
		this.said += FRAMES;
		return turn.audio(Base64.getEncoder().encodeToString(LineAudio.frames(first, FRAMES)));
	}

	@Override
	public String settled(int number) {
		return ServerEvents.sessionUpdated(number)
			.replace("\"type\":\"audio/pcm\",\"rate\":24000", "\"type\":\"audio/pcmu\"");
	}

	@Override
	public void forget(Connection connection) {
		this.spoken.remove(connection);
		this.ear.forget(connection);
	}

	@Override
	public void begin() {
		this.ear.begin();
		this.said = 0;
	}

	@Override
	public void measure() {
		this.ear.measure();
	}

	@Override
	public Figures figures() {
		return this.ear.figures().with("said", this.said);
	}

}
