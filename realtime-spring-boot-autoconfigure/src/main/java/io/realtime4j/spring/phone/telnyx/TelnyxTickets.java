package io.realtime4j.spring.phone.telnyx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.CallTickets;
import io.realtime4j.spring.phone.engine.CallTokens;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;

/**
 * Tickets with which a call may open a session. A ticket is the token of the media
 * stream: it belongs to one call and its parameters, is valid for a short time on any
 * node that has the same API key, and is used once. An application that answers calls
 * itself gets what its command needs from {@link #connect}.
 *
 * @since 0.1.0
 */
public final class TelnyxTickets {

	static final String CARRIER = "telnyx";

	private static final int SAMPLE_RATE = 8000;

	private final CallTokens tokens;

	private final Stream stream;

	/**
	 * Create tickets.
	 * @param secret the secret that they are made with
	 * @param stream the media stream that they open
	 * @param lifetime how long a ticket is valid
	 * @param clock the clock
	 * @param used remembers the tickets that were used
	 */
	public TelnyxTickets(String secret, Stream stream, Duration lifetime, InstantSource clock, WebhookIds used) {
		this.tokens = new CallTokens(new CallTickets(CARRIER, secret, lifetime, clock, used));
		this.stream = stream;
	}

	/**
	 * Return the members of the command {@code answer} or {@code streaming_start} that
	 * connect a call to a session. Each call of this method allows one session.
	 * @param callControlId the {@code call_control_id} of a webhook that was verified
	 * @param from the number of the caller, or {@code null} if it is not told
	 * @param parameters parameters for the {@code PhoneSessionCustomizer}s
	 * @return the members, which are to be sent as JSON
	 * @throws IllegalArgumentException if the parameters are too long
	 */
	public Map<String, Object> connect(String callControlId, @Nullable String from, Map<String, String> parameters) {
		return members(this.tokens.make(callControlId, from, parameters));
	}

	/**
	 * Return the members that connect a call, always with the same ticket: however often
	 * the webhook is delivered, there is one session.
	 */
	Map<String, Object> connectOnce(String callControlId, @Nullable String from, Map<String, String> parameters) {
		return members(this.tokens.makeOnce(callControlId, from, parameters));
	}

	private Map<String, Object> members(String token) {
		String codec = this.stream.codec().name();
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("stream_url", this.stream.url());
		members.put("stream_track", "inbound_track");
		members.put("stream_codec", codec);
		// Without this mode what the model says is dropped, and nobody is told
		members.put("stream_bidirectional_mode", "rtp");
		members.put("stream_bidirectional_codec", codec);
		members.put("stream_bidirectional_sampling_rate", SAMPLE_RATE);
		members.put("stream_bidirectional_target_legs", "self");
		members.put("stream_auth_token", token);
		return members;
	}

	/**
	 * Look at the token of a stream, whose ticket is not used by this.
	 * @param token the token that came, or {@code null} if none did
	 * @return the call, or {@code null} if the token is missing, forged or too old
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
	 * Media stream to the application.
	 *
	 * @param url its address, which begins with {@code wss}
	 * @param codec the codec in both directions
	 */
	public record Stream(String url, TelnyxCodec codec) {
	}

}
