package io.realtime4j.benchmarks.load.phone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Asks an application what to do with calls, as Twilio does.
 */
final class Operator {

	private static final Pattern PARAMETER = Pattern.compile("<Parameter name=\"([^\"]*)\" value=\"([^\"]*)\"/>");

	private static final Pattern ENTITY = Pattern.compile("&#(\\d+);");

	private static final int OK = 200;

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI application;

	private final String path;

	Operator(URI application, String path) {
		this.application = application;
		this.path = path;
	}

	/**
	 * Announce a call.
	 * @param callSid its id
	 * @param number tells callers apart
	 * @return the parameters of the stream
	 */
	Map<String, String> announce(String callSid, int number) {
		Map<String, String> form = new TreeMap<>();
		form.put("CallSid", callSid);
		form.put("From", String.format(Locale.ROOT, "+1415%07d", number));
		form.put("To", "+14155550199");
		HttpResponse<String> answer = post(form, sign(this.path + "/voice", form));
		if (answer.statusCode() != OK || !answer.body().contains("<Stream ")) {
			throw new IllegalStateException(
					"The application refuses a call: " + answer.statusCode() + " " + answer.body());
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		Matcher parameter = PARAMETER.matcher(answer.body());
		while (parameter.find()) {
			parameters.put(parameter.group(1), plain(parameter.group(2)));
		}
		return parameters;
	}

	private HttpResponse<String> post(Map<String, String> form, String signature) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest request = HttpRequest.newBuilder(this.application.resolve(this.path + "/voice"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-Twilio-Signature", signature)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The application does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while calling", ex);
		}
	}

	/**
	 * Return the signature of the handshake of a stream.
	 */
	String mediaSignature() {
		return sign("wss", this.path + "/media", Map.of());
	}

	private static String sign(String path, Map<String, String> form) {
		return sign("https", path, form);
	}

	private static String sign(String scheme, String path, Map<String, String> form) {
		StringBuilder data = new StringBuilder(scheme).append(PhoneLines.PUBLIC_URL.substring("https".length()))
			.append(path);
		form.forEach((name, value) -> data.append(name).append(value));
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(PhoneLines.AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return Base64.getEncoder().encodeToString(mac.doFinal(data.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA1", ex);
		}
	}

	private static String plain(String xml) {
		String text = ENTITY.matcher(xml)
			.replaceAll((found) -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))));
		return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
	}

}
