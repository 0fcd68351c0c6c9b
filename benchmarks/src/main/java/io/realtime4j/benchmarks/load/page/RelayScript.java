package io.realtime4j.benchmarks.load.page;

import java.nio.charset.StandardCharsets;

import io.realtime4j.benchmarks.load.report.Latencies;
import io.realtime4j.benchmarks.load.wire.CallAudio;
import io.realtime4j.benchmarks.load.wire.Frames;
import io.realtime4j.benchmarks.load.wire.Frames.Opcode;
import io.realtime4j.benchmarks.load.wire.Stamp;

/**
 * A page in a call with the bridge in relay mode, in the protocol of the service.
 */
final class RelayScript extends CallScript {

	private static final String START = "{\"type\":\"input_audio_buffer.append\",\"audio\":\"";

	private static final String APPEND = START + CallAudio.base64() + "\"}";

	private static final byte[] PIECE = Frames.masked(Opcode.TEXT, APPEND.getBytes(StandardCharsets.US_ASCII));

	RelayScript(Latencies heard) {
		super(heard);
	}

	@Override
	public String subprotocol() {
		return "realtime";
	}

	@Override
	public void opened(Page page) {
		// The session of the service is still to be opened
	}

	@Override
	public void text(Page page, String text) {
		CallAudio.heard(text, latencies());
		if (text.contains("\"session.updated\"")) {
			ready();
		}
	}

	@Override
	public void turn(Page page) {
		byte[] frame = PIECE.clone();
		Frames.overwrite(frame, APPEND.length(), START.length(), Stamp.base64(Stamp.now()));
		page.send(frame);
	}

}
