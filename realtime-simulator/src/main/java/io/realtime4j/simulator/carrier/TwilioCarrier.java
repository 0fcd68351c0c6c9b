package io.realtime4j.simulator.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.realtime4j.simulator.time.SystemTimeline;
import io.realtime4j.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Simulated Twilio, which calls an application without a telephone: it asks the
 * application what to do with a call, reads the TwiML, and connects the media stream,
 * with signatures as the real one has them.
 *
 * <pre class="code">
 * try (TwilioCarrier twilio = new TwilioCarrier(URI.create("http://localhost:8080"),
 * 		URI.create("https://voice.example.com"), "the auth token")) {
 * 	SimulatedPhoneCall call = twilio.call("+14155550123", "+14155550199");
 * 	call.speak(WavFile.read(Path.of("caller.wav"))).join();
 * 	call.hangUp();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class TwilioCarrier implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final int OK = 200;

	private static final int SWITCHING_PROTOCOLS = 101;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final List<SimulatedPhoneCall> calls = new CopyOnWriteArrayList<>();

	private final URI application;

	private final URI publicUrl;

	private final String authToken;

	private final Timeline timeline;

	private final @Nullable SystemTimeline own;

	private String voicePath = "/realtime/twilio/voice";

	/**
	 * Create a carrier.
	 * @param application where the application is, such as {@code http://localhost:8080}
	 * @param publicUrl the value of its property {@code realtime.twilio.public-url}
	 * @param authToken the value of its property {@code realtime.twilio.auth-token}
	 */
	public TwilioCarrier(URI application, URI publicUrl, String authToken) {
		this(application, publicUrl, authToken, new SystemTimeline(), true);
	}

	TwilioCarrier(URI application, URI publicUrl, String authToken, Timeline timeline) {
		this(application, publicUrl, authToken, timeline, false);
	}

	private TwilioCarrier(URI application, URI publicUrl, String authToken, Timeline timeline, boolean own) {
		this.application = application;
		this.publicUrl = publicUrl;
		this.authToken = authToken;
		this.timeline = timeline;
		this.own = (own && timeline instanceof SystemTimeline system) ? system : null;
	}

	/**
	 * Set the path of the webhook for incoming calls.
	 * @param path the path, {@code /realtime/twilio/voice} by default
	 */
	public void setVoicePath(String path) {
		this.voicePath = path;
	}

	/**
	 * Call the application.
	 * @param from the number of the caller
	 * @param to the number that is called
	 * @return the call, connected or refused
	 */
	public SimulatedPhoneCall call(String from, String to) {
		String callSid = sid("CA");
		HttpResponse<String> answer = ask(callSid, from, to);
		SimulatedPhoneCall call = connect(callSid, answer);
		this.calls.add(call);
		return call;
	}

	HttpResponse<String> ask(String callSid, String from, String to) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("CallSid", callSid);
		form.put("AccountSid", "AC" + "0".repeat(32));
		form.put("From", from);
		form.put("To", to);
		form.put("CallStatus", "ringing");
		form.put("Direction", "inbound");
		return post(this.voicePath, form, sign(this.publicUrl + this.voicePath, form));
	}

	HttpResponse<String> post(String path, Map<String, String> form, @Nullable String signature) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.application + path))
			.timeout(TIMEOUT)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (signature != null) {
			request.header("X-Twilio-Signature", signature);
		}
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while calling", ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private SimulatedPhoneCall connect(String callSid, HttpResponse<String> answer) {
		Element stream = stream(answer);
		if (stream == null) {
			return new SimulatedPhoneCall(callSid, null, this.timeline, answer.statusCode() + ": " + answer.body());
		}
		String url = stream.getAttribute("url");
		TwilioStream connected = newStream(callSid);
		int status = connected.connect(this.client, local(url), sign(url, Map.of()));
		if (status != SWITCHING_PROTOCOLS) {
			return new SimulatedPhoneCall(callSid, null, this.timeline, "The stream was refused with " + status);
		}
		connected.start(parameters(stream));
		return new SimulatedPhoneCall(callSid, connected, this.timeline, null);
	}

	/**
	 * Return the local address of a public one.
	 */
	URI local(String url) {
		String open = "wss" + this.publicUrl.toString().substring("https".length());
		if (!url.startsWith(open)) {
			throw new IllegalStateException("The stream leads to " + url + " and not to " + open);
		}
		return URI.create("ws" + this.application.toString().substring("http".length()) + url.substring(open.length()));
	}

	static @Nullable Element stream(HttpResponse<String> answer) {
		if (answer.statusCode() != OK) {
			return null;
		}
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			NodeList streams = factory.newDocumentBuilder()
				.parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
				.getElementsByTagName("Stream");
			return (Element) streams.item(0);
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalStateException("The TwiML cannot be read: " + answer.body(), ex);
		}
	}

	static Map<String, String> parameters(Element stream) {
		Map<String, String> parameters = new LinkedHashMap<>();
		NodeList all = stream.getElementsByTagName("Parameter");
		for (int i = 0; i < all.getLength(); i++) {
			Element parameter = (Element) all.item(i);
			parameters.put(parameter.getAttribute("name"), parameter.getAttribute("value"));
		}
		return parameters;
	}

	/**
	 * Return an id as Twilio makes them.
	 */
	static String sid(String prefix) {
		return prefix + UUID.randomUUID().toString().replace("-", "");
	}

	/**
	 * Return the signature of a request.
	 */
	String sign(String url, Map<String, String> form) {
		StringBuilder data = new StringBuilder(url);
		new TreeMap<>(form).forEach((name, value) -> data.append(name).append(value));
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(this.authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return Base64.getEncoder().encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA1", ex);
		}
	}

	TwilioStream newStream(String callSid) {
		return new TwilioStream(callSid, sid("MZ"), this.timeline);
	}

	HttpClient client() {
		return this.client;
	}

	/**
	 * End all calls.
	 */
	@Override
	public void close() {
		this.calls.forEach(SimulatedPhoneCall::hangUp);
		if (this.own != null) {
			this.own.close();
		}
	}

}
