package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated Telnyx, which calls an application without a telephone: it tells the
 * application of a call by a signed webhook, takes the commands of its REST API, and
 * connects the media stream.
 *
 * <pre class="code">
 * try (TelnyxCarrier telnyx = new TelnyxCarrier(URI.create("https://voice.example.com"))) {
 * 	// Start the application with telnyx.properties()
 * 	telnyx.setApplication(URI.create("http://localhost:8080"));
 * 	SimulatedPhoneCall call = telnyx.call("+14155550123", "+14155550199");
 * 	call.speak(WavFile.read(Path.of("caller.wav"))).join();
 * 	call.hangUp();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class TelnyxCarrier extends Carrier {

	private static final String ALGORITHM = "Ed25519";

	private static final int KEY_LENGTH = 32;

	private static final int CLIENT_ERROR = 400;

	private static final String RTP = "rtp";

	private final Map<String, TelnyxLeg> legs = new ConcurrentHashMap<>();

	private final String apiKey = "KEY" + UUID.randomUUID();

	private final KeyPair keys;

	private final CarrierApi api;

	private volatile boolean byHand;

	private String voicePath = "/realtime/telnyx/voice";

	/**
	 * Create a carrier.
	 * @param publicUrl the value of the application's property
	 * {@code realtime.telnyx.public-url}
	 */
	public TelnyxCarrier(URI publicUrl) {
		super(publicUrl);
		try {
			this.keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw noAlgorithm(ex);
		}
		this.api = new CarrierApi(new TelnyxApi(this.apiKey, this::obey));
	}

	/**
	 * Return the properties of an application that this carrier calls.
	 * @return the properties by their names
	 */
	public Map<String, String> properties() {
		byte[] encoded = this.keys.getPublic().getEncoded();
		byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("realtime.telnyx.enabled", "true");
		properties.put("realtime.telnyx.api-key", this.apiKey);
		properties.put("realtime.telnyx.api-url", this.api.url().toString());
		properties.put("realtime.telnyx.public-key", Base64.getEncoder().encodeToString(key));
		properties.put("realtime.telnyx.public-url", publicUrl().toString());
		return properties;
	}

	/**
	 * Set the path of the webhook for incoming calls.
	 * @param path the path, {@code /realtime/telnyx/voice} by default
	 */
	public void setVoicePath(String path) {
		this.voicePath = path;
	}

	/**
	 * Set whether the test opens and closes the streams of calls.
	 */
	void setByHand(boolean byHand) {
		this.byHand = byHand;
	}

	@Override
	SimulatedPhoneCall connect(String from, String to) {
		TelnyxLeg leg = newLeg(from, to);
		HttpResponse<String> answer = tell(event("call.initiated", leg));
		if (answer.statusCode() >= CLIENT_ERROR) {
			return refused(leg, answer.statusCode() + ": " + answer.body());
		}
		return leg.awaitOutcome(TIMEOUT);
	}

	TelnyxLeg newLeg(String from, String to) {
		TelnyxLeg leg = new TelnyxLeg(from, to);
		this.legs.put(leg.callId(), leg);
		return leg;
	}

	TelnyxLeg leg(String callId) {
		TelnyxLeg leg = this.legs.get(callId);
		if (leg == null) {
			throw new IllegalStateException("There is no call " + callId);
		}
		return leg;
	}

	/**
	 * Create an event of a call.
	 */
	String event(String type, TelnyxLeg leg) {
		ObjectNode event = Json.object();
		ObjectNode data = event.putObject("data");
		data.put("record_type", "event")
			.put("event_type", type)
			.put("id", UUID.randomUUID().toString())
			.put("occurred_at", Instant.now().toString());
		data.putObject("payload")
			.put("client_state", leg.clientState())
			.put("call_control_id", leg.callId())
			.put("direction", "incoming")
			.put("from", leg.from())
			.put("to", leg.to())
			.put("state", "parked");
		event.putObject("meta").put("attempt", 1);
		return event.toString();
	}

	/**
	 * Send a webhook, signed now.
	 */
	HttpResponse<String> tell(String event) {
		String timestamp = String.valueOf(Instant.now().getEpochSecond());
		return tell(event, timestamp, sign(timestamp, event));
	}

	HttpResponse<String> tell(String event, String timestamp, @Nullable String signature) {
		Map<String, String> headers = new LinkedHashMap<>(Map.of("telnyx-timestamp", timestamp));
		if (signature != null) {
			headers.put("telnyx-signature-ed25519", signature);
		}
		return post(this.voicePath, "application/json", event, headers);
	}

	String sign(String timestamp, String event) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(this.keys.getPrivate());
			signature.update((timestamp + "|" + event).getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw noAlgorithm(ex);
		}
	}

	private static IllegalStateException noAlgorithm(GeneralSecurityException ex) {
		return new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
	}

	private CarrierApi.Answer obey(String callId, String action, JsonNode body) {
		TelnyxLeg leg = this.legs.get(callId);
		if (leg == null) {
			return TelnyxApi.error(404, "10005", "Resource not found");
		}
		leg.requested(action);
		if (leg.isOver()) {
			return TelnyxApi.error(422, "90018", "Call has already ended");
		}
		if (leg.take(action, body.path("command_id").asString(""))) {
			timeline().executor().execute(() -> obey(leg, action, body));
		}
		return TelnyxApi.done();
	}

	@Override
	CarrierApi api() {
		return this.api;
	}

	private void obey(TelnyxLeg leg, String action, JsonNode body) {
		switch (action) {
			case "transfer" -> {
				leg.transferred(body);
				transferred(leg.callId(), body.path("to").asString(""));
			}
			case "answer" -> {
				leg.answered(body);
				if (!this.byHand) {
					answer(leg, body);
				}
			}
			case "reject" -> end(leg, body.path("cause").asString(""));
			default -> end(leg, action);
		}
	}

	private void answer(TelnyxLeg leg, JsonNode body) {
		TelnyxStream stream = newStream(leg, LineCodec.valueOf(body.path("stream_codec").asString("PCMU")));
		int status = stream.connect(client(), local(body.path("stream_url").asString("")),
				body.path("stream_auth_token").asString(""));
		if (status != SWITCHING_PROTOCOLS) {
			leg.outcome(refused(leg, "The stream was refused with " + status));
			tell(event("streaming.failed", leg));
			return;
		}
		// The real one drops what it gets in another mode, and says nothing
		if (!RTP.equals(body.path("stream_bidirectional_mode").asString(""))
				|| !stream.codec().name().equals(body.path("stream_bidirectional_codec").asString(""))) {
			stream.playout().mute();
		}
		stream.start(leg.from(), leg.to());
		leg.outcome(new SimulatedPhoneCall(leg.callId(), stream, timeline(), null));
	}

	TelnyxStream newStream(TelnyxLeg leg, LineCodec codec) {
		TelnyxStream stream = new TelnyxStream(leg.callId(), codec, timeline(),
				new TelnyxStream.Ends(leg::end, () -> stopped(leg)));
		leg.connected(stream);
		return stream;
	}

	private void stopped(TelnyxLeg leg) {
		if (!leg.isOver() && !this.byHand) {
			CompletableFuture.runAsync(() -> tell(event("streaming.stopped", leg)), timeline().executor())
				.exceptionally((ex) -> null);
		}
	}

	private void end(TelnyxLeg leg, String cause) {
		TelnyxStream stream = leg.end();
		if (stream != null && !this.byHand) {
			stream.stop();
		}
		leg.outcome(refused(leg, cause));
	}

	private SimulatedPhoneCall refused(TelnyxLeg leg, String why) {
		return new SimulatedPhoneCall(leg.callId(), null, timeline(), why);
	}

	@Override
	public void close() {
		super.close();
		this.api.close();
	}

}
