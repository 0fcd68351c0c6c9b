package io.realtime4j.simulator.session;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.realtime4j.audio.PcmResampler;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Those who are told what a live session says: the client that started it, and who is at
 * its side, who hear both sides as PCM at 24 kHz.
 */
final class LiveOutputs implements SessionOutput {

	private static final String AUDIO = "session.output_audio.delta";

	private static final String END = "session.closed";

	/**
	 * Events that are told at the side only.
	 */
	private static final Set<String> OF_SIDES = Set.of("transport.dtmf.received", "transport.dtmf.sent");

	private final List<SessionOutput> sides = new CopyOnWriteArrayList<>();

	private final SessionOutput client;

	private @Nullable ObjectNode end;

	private @Nullable Consumer<SessionOutput> closing;

	LiveOutputs(SessionOutput client) {
		this.client = client;
	}

	/**
	 * Tell somebody at the side from now on, or that all is over.
	 * @param side who is told
	 */
	synchronized void attach(SessionOutput side) {
		if (this.end != null) {
			side.send(this.end.deepCopy());
		}
		if (this.closing != null) {
			this.closing.accept(side);
			return;
		}
		this.sides.add(side);
	}

	void detach(SessionOutput side) {
		this.sides.remove(side);
	}

	@Override
	public void send(ObjectNode event) {
		String type = Json.text(event, "type", "");
		if (END.equals(type)) {
			sendEnd(event);
		}
		else if (!AUDIO.equals(type)) {
			this.sides.forEach((side) -> side.send(event.deepCopy()));
		}
		if (!OF_SIDES.contains(type)) {
			this.client.send(event);
		}
	}

	private synchronized void sendEnd(ObjectNode event) {
		this.end = event.deepCopy();
		this.sides.forEach((side) -> side.send(event.deepCopy()));
	}

	/**
	 * Let those at the side hear the model.
	 * @param pcm16 the audio
	 * @param rate its rate
	 * @param startMillis when it begins, in the time of the session
	 * @param endMillis when it is over
	 */
	void spoken(byte[] pcm16, int rate, long startMillis, long endMillis) {
		if (!this.sides.isEmpty()) {
			ObjectNode event = Json.object().put("type", AUDIO).put("delta", encode(pcm16, rate));
			event.put("start_ms", startMillis).put("end_ms", endMillis);
			this.sides.forEach((side) -> side.send(event.deepCopy()));
		}
	}

	/**
	 * Let those at the side hear the user.
	 * @param pcm16 the audio
	 * @param rate its rate
	 */
	void heard(byte[] pcm16, int rate) {
		if (!this.sides.isEmpty()) {
			ObjectNode event = Json.object()
				.put("type", "session.input_audio.append")
				.put("audio", encode(pcm16, rate));
			this.sides.forEach((side) -> side.send(event.deepCopy()));
		}
	}

	private static String encode(byte[] pcm16, int rate) {
		byte[] reflected = (rate == AudioCodec.SPEECH_RATE) ? pcm16
				: PcmResampler.convert(pcm16, rate, AudioCodec.SPEECH_RATE);
		return Base64.getEncoder().encodeToString(reflected);
	}

	@Override
	public void close(int code, String reason) {
		closeSides((side) -> side.close(code, reason));
		this.client.close(code, reason);
	}

	private synchronized void closeSides(Consumer<SessionOutput> closing) {
		this.closing = closing;
		this.sides.forEach(closing);
	}

}
