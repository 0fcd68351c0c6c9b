package io.realtime4j.benchmarks.load.page;

import java.time.Duration;

import io.realtime4j.benchmarks.load.report.Latencies;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import io.realtime4j.benchmarks.load.wire.Stamp;

/**
 * A page in a call with a bare relay: it sends and hears PCM, and nothing else.
 */
class CallScript implements PageScript {

	private static final byte[] PIECE = Frames.masked(Opcode.BINARY, CallAudio.pcm());

	private final Latencies heard;

	private boolean ready;

	/**
	 * Create a script.
	 * @param heard takes how long the audio took that the page hears
	 */
	CallScript(Latencies heard) {
		this.heard = heard;
	}

	@Override
	public void opened(Page page) {
		ready();
	}

	protected final void ready() {
		this.ready = true;
	}

	@Override
	public final boolean isReady() {
		return this.ready;
	}

	@Override
	public void binary(Page page, byte[] bytes) {
		CallAudio.heard(bytes, this.heard);
	}

	protected final Latencies latencies() {
		return this.heard;
	}

	@Override
	public void turn(Page page) {
		byte[] frame = PIECE.clone();
		Frames.overwrite(frame, CallAudio.PIECE, 0, Stamp.bytes(Stamp.now()));
		page.send(frame);
	}

	@Override
	public final Duration period() {
		return Duration.ofSeconds(1).dividedBy(CallAudio.PER_SECOND);
	}

}
