package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Simulated Asterisk, which calls an application without a telephone over AudioSocket.
 * The dial plan is a function that gives each call its UUID.
 *
 * <pre class="code">
 * try (AsteriskCarrier asterisk = new AsteriskCarrier((from, to) -&gt; UUID.randomUUID())) {
 * 	asterisk.setApplication(URI.create("tcp://localhost:9092"));
 * 	SimulatedPhoneCall call = asterisk.call("+14155550123", "+14155550199");
 * 	call.speak(WavFile.read(Path.of("caller.wav"))).join();
 * 	call.hangUp();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class AsteriskCarrier extends Carrier {

	private static final Map<LineCodec, Integer> KINDS = Map.of(LineCodec.L16_8, 0x10, LineCodec.L16_16, 0x12,
			LineCodec.L16_24, 0x13);

	private final BiFunction<String, String, UUID> dialPlan;

	private final LineCodec codec;

	private volatile Function<UUID, @Nullable String> next = (uuid) -> null;

	/**
	 * Create an Asterisk whose audio has 8 kHz, as in every version.
	 * @param dialPlan returns the UUID of a call from a number to another one
	 */
	public AsteriskCarrier(BiFunction<String, String, UUID> dialPlan) {
		this(dialPlan, LineCodec.L16_8.sampleRate());
	}

	/**
	 * Create an Asterisk.
	 * @param dialPlan returns the UUID of a call from a number to another one
	 * @param sampleRate the rate of the audio in Hz: 8000, 16000 or 24000
	 */
	public AsteriskCarrier(BiFunction<String, String, UUID> dialPlan, int sampleRate) {
		super(URI.create("https://asterisk.invalid"));
		this.dialPlan = dialPlan;
		this.codec = LineCodec.l16(sampleRate);
	}

	/**
	 * Set what the dial plan does with a call that the application lets go.
	 * @param next returns whom it calls next, or {@code null} if it hangs up, for the
	 * UUID of the call
	 */
	public void setNext(Function<UUID, @Nullable String> next) {
		this.next = next;
	}

	@Override
	SimulatedPhoneCall connect(String from, String to) {
		UUID uuid = this.dialPlan.apply(from, to);
		AsteriskStream stream = newStream();
		stream.onEnd(() -> goOn(uuid));
		stream.start(uuid);
		return new SimulatedPhoneCall(uuid.toString(), stream, timeline(), null);
	}

	private void goOn(UUID uuid) {
		String target = this.next.apply(uuid);
		if (target != null) {
			transferred(uuid.toString(), target);
		}
	}

	/**
	 * Open a connection that does not say yet which call it is for.
	 */
	AsteriskStream newStream() {
		AsteriskStream stream = new AsteriskStream(this.codec, KINDS.getOrDefault(this.codec, 0), timeline());
		stream.connect(application());
		return stream;
	}

}
