package io.realtime4j.spring.phone.twilio;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.PhoneDialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.socket.CloseStatus;

/**
 * Internal dialect of Twilio Media Streams.
 */
public final class TwilioDialect implements PhoneDialect {

	private static final CloseStatus NO_TICKET = CloseStatus.POLICY_VIOLATION
		.withReason("The ticket of the call is missing or not valid");

	private static final CloseStatus NO_JSON = CloseStatus.BAD_DATA.withReason("The message cannot be read");

	private static final String KEYS = "0123456789*#ABCD";

	private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final TwilioTickets tickets;

	private final @Nullable TwilioCalls calls;

	private volatile String streamSid = "";

	private volatile String callSid = "";

	/**
	 * Create a dialect.
	 * @param tickets lets calls in
	 * @param calls ends calls, or {@code null} if they end with their stream
	 */
	public TwilioDialect(TwilioTickets tickets, @Nullable TwilioCalls calls) {
		this.tickets = tickets;
		this.calls = calls;
	}

	@Override
	public AudioFormat format() {
		return new AudioPcmu();
	}

	@Override
	public CarrierMessage read(String text) {
		try {
			JsonNode message = MAPPER.readTree(text);
			return switch (message.path("event").asString("")) {
				case "start" -> start(message);
				case "media" -> media(message.path("media"));
				case "dtmf" -> key(message.path("dtmf").path("digit").asString(""));
				case "mark" -> new CarrierMessage.Mark(message.path("mark").path("name").asString(""));
				case "stop" -> new CarrierMessage.Stop();
				default -> new CarrierMessage.Ignored();
			};
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new BadFrameException(NO_JSON);
		}
	}

	private CarrierMessage start(JsonNode message) {
		JsonNode start = message.path("start");
		Map<String, String> parameters = new LinkedHashMap<>();
		start.path("customParameters")
			.properties()
			.forEach((entry) -> parameters.put(entry.getKey(), entry.getValue().asString("")));
		String call = start.path("callSid").asString("");
		String stream = message.path("streamSid").asString("");
		if (!SID.matcher(call).matches() || !SID.matcher(stream).matches()) {
			throw new BadFrameException(NO_TICKET);
		}
		PhoneCaller caller = this.tickets.use(call, parameters);
		if (caller == null) {
			throw new BadFrameException(NO_TICKET);
		}
		this.callSid = call;
		this.streamSid = stream;
		return new CarrierMessage.Start(caller);
	}

	private static CarrierMessage media(JsonNode media) {
		if (!"inbound".equals(media.path("track").asString("inbound"))) {
			return new CarrierMessage.Ignored();
		}
		return new CarrierMessage.Media(Base64.getDecoder().decode(media.path("payload").asString("")),
				media.path("timestamp").asLong(-1));
	}

	private static CarrierMessage key(String digit) {
		return (digit.length() == 1 && KEYS.contains(digit)) ? new CarrierMessage.Key(digit.charAt(0))
				: new CarrierMessage.Ignored();
	}

	@Override
	public void play(PageOutput output, byte[] frame) {
		output.tellOfAudio("{\"event\":\"media\",\"streamSid\":\"" + this.streamSid + "\",\"media\":{\"payload\":\""
				+ Base64.getEncoder().encodeToString(frame) + "\"}}");
	}

	@Override
	public void mark(PageOutput output, String name) {
		output.tellOfAudio(
				"{\"event\":\"mark\",\"streamSid\":\"" + this.streamSid + "\",\"mark\":{\"name\":\"" + name + "\"}}");
	}

	@Override
	public void clear(PageOutput output) {
		output.tell("{\"event\":\"clear\",\"streamSid\":\"" + this.streamSid + "\"}");
	}

	@Override
	public @Nullable CompletableFuture<?> hangUp() {
		return (this.calls != null) ? this.calls.hangUp(this.callSid) : null;
	}

}
