package io.realtime4j.spring.phone.asterisk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.StreamDoor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketSession;

/**
 * Internal interceptor that refuses WebSockets of Asterisk without the ticket of a call,
 * or without the password where there is one.
 */
public final class AsteriskDoor extends StreamDoor {

	/**
	 * Subprotocol that Asterisk asks for.
	 */
	public static final String PROTOCOL = "media";

	private static final String TICKET = AsteriskDoor.class.getName();

	private static final Pattern QUERY = Pattern
		.compile("ticket=([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

	private static final int MAX_AUTHORIZATION = 1000;

	private final Admission admission;

	/**
	 * Create an interceptor.
	 * @param admission lets calls in
	 */
	public AsteriskDoor(Admission admission) {
		this.admission = admission;
	}

	// The query holds the ticket, and nothing else
	@Override
	protected boolean isAddress(ServerHttpRequest request) {
		String query = request.getURI().getRawQuery();
		return query == null || QUERY.matcher(query).matches();
	}

	@Override
	protected boolean admits(ServerHttpRequest request, Map<String, Object> attributes) {
		UUID ticket = ticket(request.getURI().getRawQuery());
		if (ticket != null) {
			attributes.put(TICKET, ticket);
		}
		return this.admission.admits(ticket, request.getHeaders().get(HttpHeaders.AUTHORIZATION));
	}

	private static @Nullable UUID ticket(@Nullable String query) {
		Matcher matcher = QUERY.matcher((query != null) ? query : "");
		return matcher.matches() ? UUID.fromString(matcher.group(1)) : null;
	}

	/**
	 * Return the ticket that a connection came with.
	 * @param socket the connection
	 * @return the ticket, or {@code null} if it came with none
	 */
	static @Nullable UUID ticket(WebSocketSession socket) {
		return (socket.getAttributes().get(TICKET) instanceof UUID ticket) ? ticket : null;
	}

	/**
	 * Internal decision which calls are let in.
	 *
	 * @param tickets those that the application announced
	 * @param credentials the user and the password that every WebSocket has to come with,
	 * with a colon between, so that calls need no ticket, or {@code null} if each needs
	 * one
	 * @param transfers tells the dial plan whom to call next, or {@code null} if it does
	 * not ask
	 */
	public record Admission(AsteriskTickets tickets, @Nullable String credentials,
			@Nullable AsteriskTransfers transfers) {

		boolean admits(@Nullable UUID ticket, @Nullable List<String> authorization) {
			if (ticket != null && !this.tickets.isWaiting(ticket)) {
				return false;
			}
			if (this.credentials == null) {
				return ticket != null;
			}
			String given = (authorization != null && authorization.size() == 1) ? authorization.get(0) : "";
			String expected = "Basic "
					+ Base64.getEncoder().encodeToString(this.credentials.getBytes(StandardCharsets.UTF_8));
			return given.length() <= MAX_AUTHORIZATION && MessageDigest
				.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
		}

		@Nullable PhoneCaller admit(@Nullable UUID ticket, String channel) {
			if (ticket != null) {
				return this.tickets.use(ticket);
			}
			return (this.credentials != null) ? new PhoneCaller(AsteriskTickets.CARRIER, channel, null, Map.of())
					: null;
		}

		/**
		 * Return a text without the password.
		 */
		@Override
		public String toString() {
			return "Admission[credentials=" + (this.credentials != null) + "]";
		}

	}

}
