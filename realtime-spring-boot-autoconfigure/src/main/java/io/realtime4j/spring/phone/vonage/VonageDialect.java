package io.realtime4j.spring.phone.vonage;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.engine.CallAdmission;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.JsonDialect;
import io.realtime4j.spring.phone.engine.TokenDoor;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.socket.WebSocketSession;

/**
 * Internal dialect of Vonage Voice WebSockets. A call ends with its WebSocket, unless its
 * NCCO goes on.
 */
public final class VonageDialect extends JsonDialect {

	private static final Log logger = LogFactory.getLog(VonageDialect.class);

	/**
	 * Some 16 seconds. Vonage's queue holds 1024 messages, or more if it is a newer one;
	 * those that ask for a notification may be among them.
	 */
	private static final int MAX_QUEUED_MESSAGES = 1000;

	private final VonageTickets tickets;

	private final VonageTickets.Stream stream;

	private final @Nullable VonageCalls calls;

	private final CallAdmission admission;

	private volatile @Nullable String called;

	/**
	 * Create a dialect.
	 * @param tickets lets calls in
	 * @param stream the audio that WebSockets were asked for
	 * @param calls ends and transfers calls, or {@code null} if they end with their
	 * WebSocket
	 * @param socket the connection, which was let in by {@link VonageDoor}
	 */
	public VonageDialect(VonageTickets tickets, VonageTickets.Stream stream, @Nullable VonageCalls calls,
			WebSocketSession socket) {
		this.tickets = tickets;
		this.stream = stream;
		this.calls = calls;
		this.admission = TokenDoor.admission(socket);
	}

	@Override
	public AudioFormat format() {
		return new AudioPcm((long) this.stream.sampleRate());
	}

	@Override
	public int maxQueuedMessages() {
		return MAX_QUEUED_MESSAGES;
	}

	@Override
	protected CarrierMessage read(String event, JsonNode message) {
		return switch (event) {
			case "websocket:connected" -> start(message);
			case "websocket:dtmf" -> key(message.path("digit").asString(""));
			case "websocket:notify" -> new CarrierMessage.Mark(message.path("payload").path("mark").asString(""));
			default -> new CarrierMessage.Ignored();
		};
	}

	@Override
	public CarrierMessage read(ByteBuffer content) {
		// Half a sample would turn all that follows into noise
		byte[] audio = new byte[content.remaining() & ~1];
		content.get(audio);
		return new CarrierMessage.Media(audio, -1, -1);
	}

	private CarrierMessage.Start start(JsonNode message) {
		PhoneCaller caller = this.tickets.use(this.admission);
		if (caller == null) {
			throw noTicket();
		}
		this.called = caller.parameters().get("to");
		String contentType = message.path("content-type").asString(this.stream.contentType());
		if (!this.stream.contentType().equals(contentType.replace(" ", ""))) {
			logger.warn("Call " + caller.callId() + " ends: its audio does not come as " + this.stream.contentType());
			throw wrongCodec();
		}
		return new CarrierMessage.Start(new PhoneCaller(caller.carrier(), caller.callId(), caller.claimedFrom(),
				parameters(message, caller.parameters())));
	}

	// What the ticket vouches for counts more than what an NCCO names beside it
	private static Map<String, String> parameters(JsonNode message, Map<String, String> vouched) {
		Map<String, String> parameters = new LinkedHashMap<>();
		message.properties().forEach((header) -> parameters.put(header.getKey(), header.getValue().asString("")));
		parameters.remove("event");
		parameters.remove("content-type");
		parameters.putAll(vouched);
		return parameters;
	}

	@Override
	public void play(PageOutput output, byte[] frame) {
		output.play(frame);
	}

	@Override
	public void mark(PageOutput output, String name) {
		output.tellOfAudio("{\"action\":\"notify\",\"payload\":{\"mark\":\"" + name + "\"}}");
	}

	@Override
	public void clear(PageOutput output) {
		output.tell("{\"action\":\"clear\"}");
	}

	@Override
	public CompletableFuture<?> transfer(TransferTarget target) {
		return (this.calls != null) ? this.calls.transfer(this.admission.callId(), this.called, target)
				: CompletableFuture.failedFuture(new PhoneTransferException(PhoneTransferException.Reason.NOT_SUPPORTED,
						"Calls are transferred by Vonage's REST API: set 'realtime.vonage.application-id' and"
								+ " 'realtime.vonage.private-key'"));
	}

	@Override
	public @Nullable CompletableFuture<?> hangUp() {
		return (this.calls != null) ? this.calls.hangUp(this.admission.callId()) : null;
	}

}
