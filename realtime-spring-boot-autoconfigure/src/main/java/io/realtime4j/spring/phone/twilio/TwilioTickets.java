package io.realtime4j.spring.phone.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.HtmlUtils;

/**
 * Tickets with which a call may open a session. A ticket is part of the TwiML that
 * connects the call: it belongs to this call and its parameters, is valid for a short
 * time on any node that has the same auth token, and is used once. An application that
 * writes TwiML of its own gets the part that connects the call from {@link #connect}.
 *
 * @since 0.1.0
 */
public final class TwilioTickets {

	static final String CARRIER = "twilio";

	private static final String TICKET = "realtime4j-ticket";

	private static final String FROM = "realtime4j-from";

	/**
	 * The longest call that there is: a ticket of the voice endpoint is not used again
	 * meanwhile.
	 */
	private static final Duration LONGEST_CALL = Duration.ofHours(24);

	/**
	 * Limit of Twilio for the name and the value of a parameter together.
	 */
	private static final int MAX_PARAMETER = 499;

	private static final int TICKET_PARTS = 3;

	private final String secret;

	private final String streamUrl;

	private final Duration lifetime;

	private final InstantSource clock;

	private final WebhookIds used;

	/**
	 * Create tickets.
	 * @param secret the secret that they are made with
	 * @param streamUrl the address of the media stream, which begins with {@code wss}
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 * @param used remembers the tickets that were used
	 */
	public TwilioTickets(String secret, String streamUrl, Duration lifetime, InstantSource clock, WebhookIds used) {
		this.secret = secret;
		this.streamUrl = streamUrl;
		this.lifetime = lifetime;
		this.clock = clock;
		this.used = used;
	}

	/**
	 * Return the TwiML that connects a call to a session, without the {@code Response}
	 * around it. Each call of this method allows one session.
	 * @param callSid the {@code CallSid} of a request that was verified
	 * @param from the {@code From} of the request, or {@code null} if it has none
	 * @param parameters parameters for the {@code PhoneSessionCustomizer}s
	 * @return the {@code Connect} element
	 */
	public String connect(String callSid, @Nullable String from, Map<String, String> parameters) {
		return connect(callSid, from, parameters, UUID.randomUUID().toString());
	}

	/**
	 * Return the TwiML that connects a call, always with the same ticket: however often
	 * the request is repeated, there is one session.
	 */
	String connectOnce(String callSid, @Nullable String from, Map<String, String> parameters) {
		return connect(callSid, from, parameters, "call");
	}

	private String connect(String callSid, @Nullable String from, Map<String, String> parameters, String nonce) {
		Map<String, String> all = new LinkedHashMap<>(parameters);
		Assert.isTrue(!all.containsKey(TICKET) && !all.containsKey(FROM), "'parameters' must not have reserved names");
		if (from != null) {
			all.put(FROM, from);
		}
		String end = Long.toString(this.clock.instant().plus(this.lifetime).getEpochSecond());
		all.put(TICKET, end + "." + nonce + "." + sign(callSid, end, nonce, all));
		StringBuilder twiml = new StringBuilder("<Connect><Stream url=\"").append(xml(this.streamUrl)).append("\">");
		all.forEach((name, value) -> twiml.append("<Parameter name=\"")
			.append(xml(checked(name, value)))
			.append("\" value=\"")
			.append(xml(value))
			.append("\"/>"));
		return twiml.append("</Stream></Connect>").toString();
	}

	private static String checked(String name, String value) {
		Assert.isTrue(name.length() + value.length() <= MAX_PARAMETER,
				() -> "The parameter '" + name + "' must be shorter than " + (MAX_PARAMETER + 1) + " characters");
		Assert.isTrue((name + value).chars().noneMatch(Character::isISOControl),
				() -> "The parameter '" + name + "' must not have control characters");
		return name;
	}

	private static String xml(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	/**
	 * Use the ticket of a call.
	 * @param callSid the id of the call
	 * @param given the parameters that came with it
	 * @return the caller, or {@code null} if the ticket is missing, not that of this call
	 * and its parameters, too old, or was used
	 */
	@Nullable PhoneCaller use(String callSid, Map<String, String> given) {
		Map<String, String> parameters = new LinkedHashMap<>(given);
		String ticket = parameters.remove(TICKET);
		String[] parts = (ticket != null) ? ticket.split("\\.", -1) : new String[0];
		if (parts.length != TICKET_PARTS
				|| !isEqual(sign(callSid, parts[0], parts[1], parameters), parts[TICKET_PARTS - 1])) {
			return null;
		}
		Instant now = this.clock.instant();
		if (Instant.ofEpochSecond(Long.parseLong(parts[0])).isBefore(now)
				|| !this.used.add("twilio-ticket:" + callSid + ":" + parts[1], now.plus(LONGEST_CALL))) {
			return null;
		}
		String from = parameters.remove(FROM);
		return new PhoneCaller(CARRIER, callSid, from, parameters);
	}

	private static boolean isEqual(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	private String sign(String callSid, String end, String nonce, Map<String, String> parameters) {
		StringBuilder data = new StringBuilder();
		append(data, TICKET);
		append(data, callSid);
		append(data, end);
		append(data, nonce);
		new TreeMap<>(parameters).forEach((name, value) -> {
			append(data, name);
			append(data, value);
		});
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(TwilioSignature.hmac("HmacSHA256", this.secret, data.toString()));
	}

	// With its length, so that no two lists of texts look the same
	private static void append(StringBuilder data, String text) {
		data.append(text.length()).append(':').append(text);
	}

}
