package io.realtime4j.spring.phone.telnyx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.MediaStreamDialect;
import io.realtime4j.spring.phone.engine.TokenDoor;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.socket.WebSocketSession;

/**
 * Internal dialect of Telnyx media streaming. A call outlives its stream: unless Telnyx
 * said that it ended, it is hung up.
 */
public final class TelnyxDialect extends MediaStreamDialect {

	private static final Log logger = LogFactory.getLog(TelnyxDialect.class);

	private static final int SAMPLE_RATE = 8000;

	private static final int MAX_CODE = 16;

	private final AtomicBoolean complained = new AtomicBoolean();

	private final TelnyxTickets tickets;

	private final TelnyxCodec codec;

	private final TelnyxCalls calls;

	private final CallAdmission admission;

	private volatile boolean begun;

	private volatile boolean ended;

	/**
	 * Create a dialect.
	 * @param tickets lets calls in
	 * @param codec the codec that streams were asked for
	 * @param calls ends and transfers calls
	 * @param socket the connection, which was let in by {@link TelnyxDoor}
	 */
	public TelnyxDialect(TelnyxTickets tickets, TelnyxCodec codec, TelnyxCalls calls, WebSocketSession socket) {
		this.tickets = tickets;
		this.codec = codec;
		this.calls = calls;
		this.admission = TokenDoor.admission(socket);
	}

	@Override
	public AudioFormat format() {
		return this.codec.format();
	}

	@Override
	protected CarrierMessage.Start start(JsonNode message) {
		JsonNode start = message.path("start");
		if (this.begun || !this.admission.callId().equals(start.path("call_control_id").asString(""))) {
			throw noTicket();
		}
		PhoneCaller caller = this.tickets.use(this.admission);
		if (caller == null) {
			throw noTicket();
		}
		this.begun = true;
		checkCodec(start.path("media_format"));
		return new CarrierMessage.Start(caller);
	}

	// What cannot be transcoded comes as it is, and would be noise
	private void checkCodec(JsonNode format) {
		String encoding = format.path("encoding").asString(this.codec.name());
		if (!this.codec.name().equals(encoding) || format.path("sample_rate").asInt(SAMPLE_RATE) != SAMPLE_RATE
				|| format.path("channels").asInt(1) != 1) {
			logger.warn("Call " + this.admission.callId() + " is hung up: its audio does not come as "
					+ this.codec.name() + " with one channel of 8 kHz");
			throw wrongCodec();
		}
	}

	@Override
	protected long chunk(JsonNode media) {
		return media.path("chunk").asLong(-1);
	}

	@Override
	protected CarrierMessage stop() {
		this.ended = this.begun;
		return super.stop();
	}

	@Override
	protected CarrierMessage other(String event, JsonNode message) {
		if ("error".equals(event) && this.complained.compareAndSet(false, true)) {
			String code = message.path("payload").path("code").asString("");
			logger.warn("Telnyx complains of the stream of call " + this.admission.callId() + ": error "
					+ code.substring(0, Math.min(MAX_CODE, code.length())).replaceAll("\\W", "?"));
		}
		return super.other(event, message);
	}

	@Override
	public CompletableFuture<?> transfer(TransferTarget target) {
		return this.calls.transfer(this.admission.callId(), target);
	}

	@Override
	public CompletableFuture<?> hangUp() {
		return this.calls.hangUp(this.admission.callId());
	}

	@Override
	public @Nullable CompletableFuture<?> abandon() {
		// A ticket that another connection has used is that of a call that goes on
		boolean left = !this.ended && (this.begun || this.tickets.use(this.admission) != null);
		return left ? hangUp() : null;
	}

}
