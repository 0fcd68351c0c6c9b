package io.realtime4j.spring.phone.twilio;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallTickets;
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

	/**
	 * Limit of Twilio for the name and the value of a parameter together.
	 */
	private static final int MAX_PARAMETER = 499;

	private final CallTickets tickets;

	private final String streamUrl;

	/**
	 * Create tickets.
	 * @param secret the secret that they are made with
	 * @param streamUrl the address of the media stream, which begins with {@code wss}
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 * @param used remembers the tickets that were used
	 */
	public TwilioTickets(String secret, String streamUrl, Duration lifetime, InstantSource clock, WebhookIds used) {
		this.tickets = new CallTickets(CARRIER, secret, lifetime, clock, used);
		this.streamUrl = streamUrl;
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
		return connect(this.tickets.make(callSid, from, parameters));
	}

	/**
	 * Return the TwiML that connects a call, always with the same ticket: however often
	 * the request is repeated, there is one session.
	 */
	String connectOnce(String callSid, @Nullable String from, Map<String, String> parameters) {
		return connect(this.tickets.makeOnce(callSid, from, parameters));
	}

	private String connect(Map<String, String> all) {
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
		return this.tickets.use(callSid, given);
	}

}
