package io.realtime4j.simulator.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Simulated Twilio, which calls an application without a telephone: it asks the
 * application what to do with a call, reads the TwiML, and connects the media stream,
 * with signatures as the real one has them. An application with the
 * {@linkplain #properties() properties} of its account can hang up and transfer calls by
 * the REST API.
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
public final class TwilioCarrier extends Carrier {

	private static final int OK = 200;

	private final CallCommands commands = new CallCommands(this::transferred);

	private final String authToken;

	private final CarrierApi api;

	private String voicePath = "/realtime/twilio/voice";

	/**
	 * Create a carrier.
	 * @param application where the application is, such as {@code http://localhost:8080}
	 * @param publicUrl the value of its property {@code realtime.twilio.public-url}
	 * @param authToken the value of its property {@code realtime.twilio.auth-token}
	 */
	public TwilioCarrier(URI application, URI publicUrl, String authToken) {
		super(publicUrl);
		this.authToken = authToken;
		this.api = new CarrierApi(new TwilioApi(TwilioStream.ACCOUNT, authToken, this.commands));
		setApplication(application);
	}

	/**
	 * Return the properties of an application that this carrier calls, with an account
	 * that may use the REST API.
	 * @return the properties by their names
	 */
	public Map<String, String> properties() {
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("realtime.twilio.enabled", "true");
		properties.put("realtime.twilio.auth-token", this.authToken);
		properties.put("realtime.twilio.account-sid", TwilioStream.ACCOUNT);
		properties.put("realtime.twilio.api-url", this.api.url().toString());
		properties.put("realtime.twilio.public-url", publicUrl().toString());
		return properties;
	}

	@Override
	CarrierApi api() {
		return this.api;
	}

	/**
	 * Set the path of the webhook for incoming calls.
	 * @param path the path, {@code /realtime/twilio/voice} by default
	 */
	public void setVoicePath(String path) {
		this.voicePath = path;
	}

	@Override
	SimulatedPhoneCall connect(String from, String to) {
		String callSid = sid("CA");
		return connect(callSid, ask(callSid, from, to));
	}

	HttpResponse<String> ask(String callSid, String from, String to) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("CallSid", callSid);
		form.put("AccountSid", "AC" + "0".repeat(32));
		form.put("From", from);
		form.put("To", to);
		form.put("CallStatus", "ringing");
		form.put("Direction", "inbound");
		return post(this.voicePath, form, sign(publicUrl() + this.voicePath, form));
	}

	HttpResponse<String> post(String path, Map<String, String> form, @Nullable String signature) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
			.collect(Collectors.joining("&"));
		return post(path, "application/x-www-form-urlencoded", body,
				(signature != null) ? Map.of("X-Twilio-Signature", signature) : Map.of());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private SimulatedPhoneCall connect(String callSid, HttpResponse<String> answer) {
		Element stream = stream(answer);
		if (stream == null) {
			return new SimulatedPhoneCall(callSid, null, timeline(), answer.statusCode() + ": " + answer.body());
		}
		String url = stream.getAttribute("url");
		TwilioStream connected = newStream(callSid);
		int status = connected.connect(client(), local(url), sign(url, Map.of()));
		if (status != SWITCHING_PROTOCOLS) {
			return new SimulatedPhoneCall(callSid, null, timeline(), "The stream was refused with " + status);
		}
		connected.start(parameters(stream));
		return new SimulatedPhoneCall(callSid, connected, timeline(), null);
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
		TwilioStream stream = new TwilioStream(callSid, sid("MZ"), timeline());
		this.commands.connected(callSid, stream);
		return stream;
	}

	@Override
	public void close() {
		super.close();
		this.api.close();
	}

}
