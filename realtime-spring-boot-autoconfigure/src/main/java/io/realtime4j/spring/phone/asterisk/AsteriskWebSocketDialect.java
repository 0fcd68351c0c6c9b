package io.realtime4j.spring.phone.asterisk;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.JsonDialect;
import io.realtime4j.spring.phone.engine.Printable;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.socket.WebSocketSession;

/**
 * Internal dialect of the WebSocket channel of Asterisk, with its control messages in
 * JSON. Asterisk queues what it is given, and plays it at its pace.
 */
public final class AsteriskWebSocketDialect extends JsonDialect {

	private static final Log logger = LogFactory.getLog(AsteriskWebSocketDialect.class);

	/**
	 * Some 16 seconds, with a mark after every five frames. Asterisk has had enough at
	 * 900, and drops what is beyond 1000.
	 */
	private static final int MAX_QUEUED_MESSAGES = 800;

	private static final Pattern CHANNEL = Pattern.compile("[\\w.:-]{1,128}");

	private final AtomicBoolean complained = new AtomicBoolean();

	private final AsteriskDoor.Admission admission;

	private final @Nullable UUID ticket;

	private volatile AudioFormat format = new AudioPcmu();

	/**
	 * Create a dialect.
	 * @param admission lets calls in
	 * @param socket the connection, which was let in by {@link AsteriskDoor}
	 */
	public AsteriskWebSocketDialect(AsteriskDoor.Admission admission, WebSocketSession socket) {
		this.admission = admission;
		this.ticket = AsteriskDoor.ticket(socket);
	}

	@Override
	public AudioFormat format() {
		return this.format;
	}

	@Override
	public int maxQueuedMessages() {
		return MAX_QUEUED_MESSAGES;
	}

	@Override
	protected CarrierMessage read(String event, JsonNode message) {
		return switch (event) {
			case "MEDIA_START" -> start(message);
			case "DTMF_END" -> key(message.path("digit").asString(""));
			case "MEDIA_MARK_PROCESSED" -> new CarrierMessage.Mark(message.path("correlation_id").asString(""));
			case "MEDIA_XOFF" -> new CarrierMessage.Hold(true);
			case "MEDIA_XON" -> new CarrierMessage.Hold(false);
			case "ERROR" -> complain(message.path("error_text").asString(""));
			default -> new CarrierMessage.Ignored();
		};
	}

	private CarrierMessage.Start start(JsonNode message) {
		String channel = message.path("channel_id").asString("");
		PhoneCaller caller = CHANNEL.matcher(channel).matches() ? this.admission.admit(this.ticket, channel) : null;
		if (caller == null) {
			throw noTicket();
		}
		String name = message.path("format").asString("");
		AudioFormat told = AsteriskFormat.of(name);
		long frame = (told != null) ? AsteriskFormat.frameSize(told) : 0;
		if (told == null || frame % Math.max(1, message.path("optimal_frame_size").asLong(frame)) != 0) {
			logger.warn("Call " + caller.callId() + " ends: its audio comes as " + Printable.of(name)
					+ ", and has to come as ulaw, alaw or slin at 8 to 48 kHz, such as c(ulaw)");
			throw wrongCodec();
		}
		this.format = told;
		return new CarrierMessage.Start(caller);
	}

	private CarrierMessage complain(String text) {
		if (this.complained.compareAndSet(false, true)) {
			logger.warn("Asterisk complains of what it was told: " + Printable.of(text));
		}
		return new CarrierMessage.Ignored();
	}

	@Override
	public CarrierMessage read(ByteBuffer content) {
		// Half a sample would turn all that follows into noise
		int length = AudioFormats.isPcm(this.format) ? content.remaining() & ~1 : content.remaining();
		byte[] audio = new byte[length];
		content.get(audio);
		return new CarrierMessage.Media(audio, -1, -1);
	}

	@Override
	public void play(PageOutput output, byte[] frame) {
		output.play(frame);
	}

	@Override
	public void mark(PageOutput output, String name) {
		output.tellOfAudio("{\"command\":\"MARK_MEDIA\",\"correlation_id\":\"" + name + "\"}");
	}

	@Override
	public void clear(PageOutput output) {
		output.tell("{\"command\":\"FLUSH_MEDIA\"}");
	}

	@Override
	public CompletableFuture<?> transfer(TransferTarget target) {
		return AsteriskTransfers.transfer(this.admission.transfers(), this.ticket, target);
	}

}
