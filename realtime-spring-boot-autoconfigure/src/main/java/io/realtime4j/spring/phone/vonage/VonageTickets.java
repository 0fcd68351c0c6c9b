package io.realtime4j.spring.phone.vonage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.CallTickets;
import io.realtime4j.spring.phone.engine.CallTokens;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;

/**
 * Tickets with which a call may open a session. A ticket is the authorization of the
 * WebSocket: it belongs to one call and its parameters, is valid for a short time on any
 * node that has the same signature secret, and is used once. An application that writes
 * NCCOs of its own gets the action that connects the call from {@link #connect}.
 *
 * @since 0.1.0
 */
public final class VonageTickets {

	static final String CARRIER = "vonage";

	/**
	 * Begins the value of the header, before the ticket.
	 */
	static final String SCHEME = "Bearer ";

	private final CallTokens tokens;

	private final Stream stream;

	/**
	 * Create tickets.
	 * @param secret the secret that they are made with
	 * @param stream the WebSocket that they open
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 * @param used remembers the tickets that were used
	 */
	public VonageTickets(String secret, Stream stream, Duration lifetime, InstantSource clock, WebhookIds used) {
		this.tokens = new CallTokens(new CallTickets(CARRIER, secret, lifetime, clock, used));
		this.stream = stream;
	}

	/**
	 * Return the action of an NCCO that connects a call to a session. Each call of this
	 * method allows one session.
	 * @param uuid the {@code uuid} of a webhook that was verified
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters parameters for the {@code PhoneSessionCustomizer}s
	 * @return the action, which is to be sent as JSON
	 * @throws IllegalArgumentException if the parameters are too long
	 */
	public Map<String, Object> connect(String uuid, @Nullable String from, Map<String, String> parameters) {
		return action(this.tokens.make(uuid, from, parameters));
	}

	/**
	 * Return the action that connects a call, always with the same ticket: however often
	 * the webhook is delivered, there is one session.
	 */
	Map<String, Object> connectOnce(String uuid, @Nullable String from, Map<String, String> parameters) {
		return action(this.tokens.makeOnce(uuid, from, parameters));
	}

	private Map<String, Object> action(String token) {
		Map<String, Object> endpoint = new LinkedHashMap<>();
		endpoint.put("type", "websocket");
		endpoint.put("uri", this.stream.url());
		endpoint.put("content-type", this.stream.contentType());
		endpoint.put("authorization", Map.of("type", "custom", "value", SCHEME + token));
		Map<String, Object> action = new LinkedHashMap<>();
		action.put("action", "connect");
		// Otherwise nobody is told of a WebSocket that cannot be opened
		action.put("eventType", "synchronous");
		action.put("eventUrl", List.of(this.stream.eventsUrl()));
		action.put("endpoint", List.of(endpoint));
		return action;
	}

	/**
	 * Look at the ticket of a WebSocket, which is not used by this.
	 * @param token the ticket that came, or {@code null} if none did
	 * @return the call, or {@code null} if the ticket is missing, forged or too old
	 */
	@Nullable CallAdmission admit(@Nullable String token) {
		return this.tokens.admit(token);
	}

	/**
	 * Use the ticket of a call. May block while it is remembered.
	 * @param admission the call
	 * @return the caller, or {@code null} if the ticket is too old or was used
	 */
	@Nullable PhoneCaller use(CallAdmission admission) {
		return this.tokens.use(admission);
	}

	/**
	 * WebSocket to the application.
	 *
	 * @param url its address, which begins with {@code wss}
	 * @param eventsUrl the address of the webhook that is told what becomes of it
	 * @param sampleRate the sample rate of the audio in both directions, in Hz
	 */
	public record Stream(String url, String eventsUrl, int sampleRate) {

		String contentType() {
			return "audio/l16;rate=" + this.sampleRate;
		}

	}

}
