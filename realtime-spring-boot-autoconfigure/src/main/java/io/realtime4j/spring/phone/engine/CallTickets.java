package io.realtime4j.spring.phone.engine;

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

/**
 * Internal maker of the tickets with which the calls of a carrier may open sessions. A
 * ticket travels among the parameters of its call: it belongs to this call and these
 * parameters, is valid for a short time on any node that has the same secret, and is used
 * once.
 */
public final class CallTickets {

	private static final String TICKET = "realtime4j-ticket";

	private static final String FROM = "realtime4j-from";

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * The longest call that there is: a ticket of a repeated request is not used again
	 * meanwhile.
	 */
	private static final Duration LONGEST_CALL = Duration.ofHours(24);

	private static final int TICKET_PARTS = 3;

	private final String carrier;

	private final String secret;

	private final Duration lifetime;

	private final InstantSource clock;

	private final WebhookIds used;

	/**
	 * Create tickets.
	 * @param carrier the name of the carrier
	 * @param secret the secret that they are made with
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 * @param used remembers the tickets that were used
	 */
	public CallTickets(String carrier, String secret, Duration lifetime, InstantSource clock, WebhookIds used) {
		this.carrier = carrier;
		this.secret = secret;
		this.lifetime = lifetime;
		this.clock = clock;
		this.used = used;
	}

	/**
	 * Make a ticket, which opens one session.
	 * @param callId the id of the call
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters the parameters of the call
	 * @return the parameters, with the number and the ticket
	 */
	public Map<String, String> make(String callId, @Nullable String from, Map<String, String> parameters) {
		return make(callId, from, parameters, UUID.randomUUID().toString());
	}

	/**
	 * Make the ticket of a request that may be repeated: however often it is, there is
	 * one session.
	 * @param callId the id of the call
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters the parameters of the call
	 * @return the parameters, with the number and the ticket
	 */
	public Map<String, String> makeOnce(String callId, @Nullable String from, Map<String, String> parameters) {
		return make(callId, from, parameters, "call");
	}

	private Map<String, String> make(String callId, @Nullable String from, Map<String, String> parameters,
			String nonce) {
		Map<String, String> all = new LinkedHashMap<>(parameters);
		Assert.isTrue(!all.containsKey(TICKET) && !all.containsKey(FROM), "'parameters' must not have reserved names");
		if (from != null) {
			all.put(FROM, from);
		}
		String end = Long.toString(this.clock.instant().plus(this.lifetime).getEpochSecond());
		all.put(TICKET, end + "." + nonce + "." + sign(callId, end, nonce, all));
		return all;
	}

	/**
	 * Return whether a call comes with its ticket, which is not used by this.
	 * @param callId the id of the call
	 * @param given the parameters that came with it
	 * @return {@code false} if the ticket is missing, not that of this call and its
	 * parameters, or too old
	 */
	public boolean isValid(String callId, Map<String, String> given) {
		return nonce(callId, given) != null;
	}

	/**
	 * Use the ticket of a call. May block while it is remembered.
	 * @param callId the id of the call
	 * @param given the parameters that came with it
	 * @return the caller, or {@code null} if the ticket is not valid or was used
	 */
	public @Nullable PhoneCaller use(String callId, Map<String, String> given) {
		String nonce = nonce(callId, given);
		if (nonce == null || !this.used.add(this.carrier + "-ticket:" + callId + ":" + nonce,
				this.clock.instant().plus(LONGEST_CALL))) {
			return null;
		}
		Map<String, String> parameters = new LinkedHashMap<>(given);
		parameters.remove(TICKET);
		String from = parameters.remove(FROM);
		return new PhoneCaller(this.carrier, callId, from, parameters);
	}

	private @Nullable String nonce(String callId, Map<String, String> given) {
		Map<String, String> parameters = new LinkedHashMap<>(given);
		String ticket = parameters.remove(TICKET);
		String[] parts = (ticket != null) ? ticket.split("\\.", -1) : new String[0];
		if (parts.length != TICKET_PARTS
				|| !isEqual(sign(callId, parts[0], parts[1], parameters), parts[TICKET_PARTS - 1])
				|| Instant.ofEpochSecond(Long.parseLong(parts[0])).isBefore(this.clock.instant())) {
			return null;
		}
		return parts[1];
	}

	private static boolean isEqual(String expected, String given) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
	}

	private String sign(String callId, String end, String nonce, Map<String, String> parameters) {
		StringBuilder data = new StringBuilder();
		append(data, TICKET);
		append(data, this.carrier);
		append(data, callId);
		append(data, end);
		append(data, nonce);
		new TreeMap<>(parameters).forEach((name, value) -> {
			append(data, name);
			append(data, value);
		});
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Hmac.sign(ALGORITHM, this.secret, data.toString()));
	}

	// With its length, so that no two lists of texts look the same
	private static void append(StringBuilder data, String text) {
		data.append(text.length()).append(':').append(text);
	}

}
