package io.realtime4j.spring.phone.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.engine.Hmac;
import org.jspecify.annotations.Nullable;

/**
 * Internal verifier of the signatures of Twilio's requests.
 */
public final class TwilioSignature {

	/**
	 * Header that holds the signature.
	 */
	public static final String HEADER = "X-Twilio-Signature";

	private static final Pattern ADDRESS = Pattern.compile("((?:https|wss)://[^/:?#]+)(:443)?(?=[/?#]|$)(.*)");

	private static final int REST = 3;

	private final String authToken;

	/**
	 * Create a verifier.
	 * @param authToken the primary token of the account
	 */
	public TwilioSignature(String authToken) {
		this.authToken = authToken;
	}

	/**
	 * Verify a signature.
	 * @param signature the signature that came, or {@code null} if none did
	 * @param url the address as Twilio knows it
	 * @param parameters the parameters of the form, or empty
	 * @return whether Twilio signed the request
	 */
	public boolean matches(@Nullable String signature, String url, Map<String, List<String>> parameters) {
		if (signature == null) {
			return false;
		}
		StringBuilder form = new StringBuilder();
		new TreeMap<>(parameters)
			.forEach((name, values) -> new TreeSet<>(values).forEach((value) -> form.append(name).append(value)));
		byte[] given = signature.getBytes(StandardCharsets.UTF_8);
		// Twilio does or does not name the port that goes without saying
		Matcher address = ADDRESS.matcher(url);
		if (address.matches()) {
			boolean plain = isEqual(given, address.group(1) + address.group(REST) + form);
			boolean withPort = isEqual(given, address.group(1) + ":443" + address.group(REST) + form);
			return plain || withPort;
		}
		return isEqual(given, url + form);
	}

	private boolean isEqual(byte[] given, String data) {
		return MessageDigest.isEqual(given, sign(data).getBytes(StandardCharsets.UTF_8));
	}

	private String sign(String data) {
		return Base64.getEncoder().encodeToString(Hmac.sign("HmacSHA1", this.authToken, data));
	}

}
