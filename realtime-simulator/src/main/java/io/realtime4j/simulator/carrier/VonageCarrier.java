package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simulated Vonage, which calls an application without a telephone: it asks the
 * application what to do with a call by a signed webhook, connects the WebSocket that the
 * answer names, and takes hang-ups and transfers by its REST API.
 * <p>
 * When the queue is cleared, notifications that are outstanding come at once. It is not
 * documented whether those of the real one do.
 *
 * <pre class="code">
 * try (VonageCarrier vonage = new VonageCarrier(URI.create("https://voice.example.com"))) {
 * 	// Start the application with vonage.properties()
 * 	vonage.setApplication(URI.create("http://localhost:8080"));
 * 	SimulatedPhoneCall call = vonage.call("14155550123", "14155550199");
 * 	call.speak(WavFile.read(Path.of("caller.wav"))).join();
 * 	call.hangUp();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class VonageCarrier extends Carrier {

	private static final int OK = 200;

	private static final int KEY_SIZE = 2048;

	private static final int LINE = 64;

	private static final String RATE = "rate=";

	private final CallCommands commands = new CallCommands(this::transferred);

	private final String applicationId = UUID.randomUUID().toString();

	private final VonageTokens tokens;

	private final KeyPair keys;

	private final CarrierApi api;

	private String voicePath = "/realtime/vonage/voice";

	private String eventsPath = "/realtime/vonage/events";

	/**
	 * Create a carrier.
	 * @param publicUrl the value of the application's property
	 * {@code realtime.vonage.public-url}
	 */
	public VonageCarrier(URI publicUrl) {
		super(publicUrl);
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(KEY_SIZE);
			this.keys = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has RSA", ex);
		}
		this.tokens = new VonageTokens(UUID.randomUUID().toString(), this.applicationId);
		this.api = new CarrierApi(new VonageApi(this.applicationId, this.keys.getPublic(), this.commands));
	}

	/**
	 * Return the properties of an application that this carrier calls.
	 * @return the properties by their names
	 */
	public Map<String, String> properties() {
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("realtime.vonage.enabled", "true");
		properties.put("realtime.vonage.signature-secret", this.tokens.secret());
		properties.put("realtime.vonage.application-id", this.applicationId);
		properties.put("realtime.vonage.private-key", pem());
		properties.put("realtime.vonage.api-url", this.api.url().toString());
		properties.put("realtime.vonage.public-url", publicUrl().toString());
		return properties;
	}

	private String pem() {
		byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
		String key = Base64.getMimeEncoder(LINE, line).encodeToString(this.keys.getPrivate().getEncoded());
		return "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
	}

	/**
	 * Set the path of the webhook for incoming calls.
	 * @param path the path, {@code /realtime/vonage/voice} by default
	 */
	public void setVoicePath(String path) {
		this.voicePath = path;
	}

	/**
	 * Set the path of the webhook for events of calls.
	 * @param path the path, {@code /realtime/vonage/events} by default
	 */
	public void setEventsPath(String path) {
		this.eventsPath = path;
	}

	@Override
	SimulatedPhoneCall connect(String from, String to) {
		String callId = UUID.randomUUID().toString();
		HttpResponse<String> answer = tell(this.voicePath, call(callId, from, to));
		JsonNode endpoint = endpoint(answer);
		if (endpoint == null) {
			return refused(callId, answer.statusCode() + ": " + answer.body());
		}
		VonageStream stream = newStream(callId, endpoint);
		int status = stream.connect(client(), local(endpoint.path("uri").asString("")), authorization(endpoint));
		if (status != SWITCHING_PROTOCOLS) {
			tellEvent("failed", callId);
			return refused(callId, "The stream was refused with " + status);
		}
		stream.start(headers(endpoint));
		return new SimulatedPhoneCall(callId, stream, timeline(), null);
	}

	private SimulatedPhoneCall refused(String callId, String why) {
		return new SimulatedPhoneCall(callId, null, timeline(), why);
	}

	/**
	 * Create the content of the webhook for an incoming call.
	 */
	static String call(String callId, String from, String to) {
		return Json.object()
			.put("from", from)
			.put("to", to)
			.put("uuid", callId)
			.put("conversation_uuid", "CON-" + callId)
			.put("region_url", "https://api.example.com")
			.toString();
	}

	/**
	 * Return the endpoint that an answer connects a call to, or {@code null} if none.
	 */
	static @Nullable JsonNode endpoint(HttpResponse<String> answer) {
		if (answer.statusCode() != OK) {
			return null;
		}
		JsonNode action = Json.parse("{\"ncco\":" + answer.body() + "}").path("ncco").path(0);
		return "connect".equals(action.path("action").asString("")) ? action.path("endpoint").path(0) : null;
	}

	/**
	 * Return the header that an endpoint asks for.
	 */
	static @Nullable String authorization(JsonNode endpoint) {
		JsonNode authorization = endpoint.path("authorization");
		return "custom".equals(authorization.path("type").asString("")) ? Json.text(authorization, "value") : null;
	}

	static Map<String, String> headers(JsonNode endpoint) {
		Map<String, String> headers = new LinkedHashMap<>();
		endpoint.path("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString("")));
		return headers;
	}

	/**
	 * Create the line of a call, with the rate that an endpoint asks for.
	 */
	VonageStream newStream(String callId, JsonNode endpoint) {
		String contentType = endpoint.path("content-type").asString("");
		String rate = contentType.substring(contentType.indexOf(RATE) + RATE.length());
		VonageStream stream = new VonageStream(LineCodec.l16(Integer.parseInt(rate)), timeline());
		this.commands.connected(callId, stream);
		return stream;
	}

	/**
	 * Send a webhook, signed now.
	 */
	HttpResponse<String> tell(String path, String body) {
		return tell(path, body, this.tokens.authorization(body));
	}

	HttpResponse<String> tell(String path, String body, @Nullable String authorization) {
		return post(path, "application/json", body,
				(authorization != null) ? Map.of("Authorization", authorization) : Map.of());
	}

	HttpResponse<String> tellEvent(String status, String callId) {
		return tell(this.eventsPath, event(status, callId));
	}

	static String event(String status, String callId) {
		ObjectNode event = Json.object()
			.put("uuid", callId)
			.put("conversation_uuid", "CON-" + callId)
			.put("status", status)
			.put("direction", "inbound")
			.put("timestamp", Instant.now().toString());
		return event.toString();
	}

	VonageTokens tokens() {
		return this.tokens;
	}

	/**
	 * Return the calls that the application has hung up.
	 */
	List<String> hangUps() {
		return this.commands.hangUps();
	}

	@Override
	CarrierApi api() {
		return this.api;
	}

	@Override
	public void close() {
		super.close();
		this.api.close();
	}

}
