package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Simulated Asterisk, which calls an application without a telephone by its WebSocket
 * channel, with control messages in JSON. The dial plan is a function that gives each
 * call its ticket.
 *
 * <pre class="code">
 * try (AsteriskWebSocketCarrier asterisk = new AsteriskWebSocketCarrier((from, to) -&gt; UUID.randomUUID())) {
 * 	asterisk.setApplication(URI.create("http://localhost:8080"));
 * 	SimulatedPhoneCall call = asterisk.call("+14155550123", "+14155550199");
 * 	call.speak(WavFile.read(Path.of("caller.wav"))).join();
 * 	call.hangUp();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class AsteriskWebSocketCarrier extends Carrier {

	private final BiFunction<String, String, UUID> dialPlan;

	private final String format;

	private volatile Function<UUID, @Nullable String> next = (uuid) -> null;

	private String path = "/realtime/asterisk/media";

	/**
	 * Create an Asterisk whose audio is {@code ulaw}.
	 * @param dialPlan returns the ticket of a call from a number to another one
	 */
	public AsteriskWebSocketCarrier(BiFunction<String, String, UUID> dialPlan) {
		this(dialPlan, "ulaw");
	}

	/**
	 * Create an Asterisk.
	 * @param dialPlan returns the ticket of a call from a number to another one
	 * @param format the audio: {@code ulaw}, {@code alaw}, {@code slin}, {@code slin16}
	 * or {@code slin24}
	 */
	public AsteriskWebSocketCarrier(BiFunction<String, String, UUID> dialPlan, String format) {
		super(URI.create("https://asterisk.invalid"));
		this.dialPlan = dialPlan;
		this.format = format;
		codec();
	}

	/**
	 * Set the path of the application's WebSockets.
	 * @param path the path, {@code /realtime/asterisk/media} by default
	 */
	public void setPath(String path) {
		this.path = path;
	}

	/**
	 * Set what the dial plan does with a call that the application lets go.
	 * @param next returns whom it calls next, or {@code null} if it hangs up, for the
	 * ticket of the call
	 */
	public void setNext(Function<UUID, @Nullable String> next) {
		this.next = next;
	}

	@Override
	SimulatedPhoneCall connect(String from, String to) {
		UUID ticket = ticket(from, to);
		AsteriskWebSocketStream stream = newStream();
		stream.onEnd(() -> goOn(ticket));
		int status = connect(stream, "ticket=" + ticket, null);
		if (status != SWITCHING_PROTOCOLS) {
			return new SimulatedPhoneCall(ticket.toString(), null, timeline(), "The stream was refused with " + status);
		}
		stream.start(this.format);
		return new SimulatedPhoneCall(ticket.toString(), stream, timeline(), null);
	}

	/**
	 * Return the ticket that the dial plan gives a call.
	 */
	UUID ticket(String from, String to) {
		return this.dialPlan.apply(from, to);
	}

	private void goOn(UUID ticket) {
		String target = this.next.apply(ticket);
		if (target != null) {
			transferred(ticket.toString(), target);
		}
	}

	/**
	 * Connect a stream.
	 * @param stream the stream
	 * @param query the query of its address, or {@code null} for none
	 * @param authorization its authorization, or {@code null} for none
	 * @return the status of the handshake
	 */
	int connect(AsteriskWebSocketStream stream, @Nullable String query, @Nullable String authorization) {
		String url = "ws" + application().toString().substring("http".length()) + this.path
				+ ((query != null) ? "?" + query : "");
		return stream.connect(client(), URI.create(url), "Authorization", authorization);
	}

	AsteriskWebSocketStream newStream() {
		return new AsteriskWebSocketStream(codec(), timeline());
	}

	private LineCodec codec() {
		return switch (this.format) {
			case "ulaw" -> LineCodec.PCMU;
			case "alaw" -> LineCodec.PCMA;
			case "slin" -> LineCodec.L16_8;
			case "slin16" -> LineCodec.L16_16;
			case "slin24" -> LineCodec.L16_24;
			default -> throw new IllegalArgumentException("There is no line that speaks " + this.format);
		};
	}

}
