package io.realtime4j.benchmarks.load.server;

import java.util.List;
import java.util.stream.LongStream;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.wire.Frames;

/**
 * A server that answers with audio as fast as the client reads it.
 */
final class PushScenario extends SessionScenario {

	private static final int BLOCK = 50;

	private final int frames;

	private final Burst burst;

	private int responses;

	private long pushed;

	PushScenario(int frames, int audioBytes) {
		this.frames = frames;
		List<byte[]> block = LongStream.range(0, Math.min(frames, BLOCK))
			.mapToObj((i) -> Frames.text(ServerEvents.audioDelta(i, ServerEvents.audio(audioBytes, i))))
			.toList();
		this.burst = Burst.of(block, 0);
	}

	@Override
	protected void requested(Connection connection) {
		if (connection.isBusy()) {
			throw new IllegalStateException("A client asks for a response before the last one is done");
		}
		connection.send(Frames.text(ServerEvents.responseCreated(this.responses)));
		connection.send(this.burst.again(this.frames));
	}

	@Override
	public void pushed(Connection connection) {
		this.pushed += this.frames;
		connection.send(Frames.text(ServerEvents.responseDone(this.responses++)));
	}

	@Override
	public Figures figures() {
		return Figures.none().with("pushed", this.pushed);
	}

}
