package io.realtime4j.spring.phone.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.MediaStreamDialect;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal dialect of Twilio Media Streams.
 */
public final class TwilioDialect extends MediaStreamDialect {

	private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

	private final TwilioTickets tickets;

	private final @Nullable TwilioCalls calls;

	private volatile String streamSid = "";

	private volatile String callSid = "";

	/**
	 * Create a dialect.
	 * @param tickets lets calls in
	 * @param calls ends and transfers calls, or {@code null} if they end with their
	 * stream
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
	protected CarrierMessage.Start start(JsonNode message) {
		JsonNode start = message.path("start");
		Map<String, String> parameters = new LinkedHashMap<>();
		start.path("customParameters")
			.properties()
			.forEach((entry) -> parameters.put(entry.getKey(), entry.getValue().asString("")));
		String call = start.path("callSid").asString("");
		String stream = message.path("streamSid").asString("");
		if (!SID.matcher(call).matches() || !SID.matcher(stream).matches()) {
			throw noTicket();
		}
		PhoneCaller caller = this.tickets.use(call, parameters);
		if (caller == null) {
			throw noTicket();
		}
		this.callSid = call;
		this.streamSid = stream;
		return new CarrierMessage.Start(caller);
	}

	@Override
	protected String address() {
		return ",\"streamSid\":\"" + this.streamSid + "\"";
	}

	@Override
	public CompletableFuture<?> transfer(TransferTarget target) {
		return (this.calls != null) ? this.calls.transfer(this.callSid, target)
				: CompletableFuture.failedFuture(new PhoneTransferException(PhoneTransferException.Reason.NOT_SUPPORTED,
						"Calls are transferred by Twilio's REST API: set 'realtime.twilio.account-sid'"));
	}

	@Override
	public @Nullable CompletableFuture<?> hangUp() {
		return (this.calls != null) ? this.calls.hangUp(this.callSid) : null;
	}

}
