package io.realtime4j.spring.phone.asterisk;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.engine.CallDialect;
import io.realtime4j.spring.phone.engine.CarrierMessage;
import io.realtime4j.spring.phone.engine.TransferTarget;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.WebSocketSession;

/**
 * Internal dialect of AudioSocket, as {@link AudioSocketLine} tells it: audio is binary,
 * with its kind before it, and everything else is a text.
 */
public final class AudioSocketDialect extends CallDialect {

	static final String UUID_TEXT = "uuid ";

	static final String KEY = "key ";

	static final String MARK = "mark ";

	static final String ERROR = "error ";

	static final String STOP = "stop";

	static final String CLEAR = "clear";

	/**
	 * Less than two seconds, which wait in the application anyway.
	 */
	static final int MAX_QUEUED_MESSAGES = 100;

	private static final Log logger = LogFactory.getLog(AudioSocketDialect.class);

	private final Admission admission;

	private final AudioSocketRate rate;

	private final WebSocketSession socket;

	private final @Nullable InetAddress address;

	private volatile @Nullable UUID uuid;

	/**
	 * Create a dialect.
	 * @param admission lets calls in
	 * @param rate the rate of the audio in both directions
	 * @param socket the connection
	 */
	public AudioSocketDialect(Admission admission, AudioSocketRate rate, WebSocketSession socket) {
		this.admission = admission;
		this.rate = rate;
		this.socket = socket;
		InetSocketAddress remote = socket.getRemoteAddress();
		this.address = (remote != null) ? remote.getAddress() : null;
	}

	@Override
	public AudioFormat format() {
		return new AudioPcm((long) this.rate.hertz());
	}

	@Override
	public int maxQueuedMessages() {
		return MAX_QUEUED_MESSAGES;
	}

	@Override
	public boolean answersPings() {
		return false;
	}

	@Override
	public void onMark(Consumer<String> listener) {
		if (this.socket instanceof AudioSocketLine line) {
			line.onMark(listener);
		}
	}

	@Override
	public CarrierMessage read(String text) {
		if (text.startsWith(UUID_TEXT)) {
			return start(text.substring(UUID_TEXT.length()));
		}
		if (text.startsWith(KEY)) {
			return key(text.substring(KEY.length()));
		}
		if (text.startsWith(ERROR)) {
			logger.warn("Asterisk ends a call with the error " + text.substring(ERROR.length()));
			return new CarrierMessage.Stop();
		}
		return STOP.equals(text) ? new CarrierMessage.Stop() : new CarrierMessage.Ignored();
	}

	private CarrierMessage start(String id) {
		UUID call = UUID.fromString(id);
		this.uuid = call;
		PhoneCaller caller = this.admission.admit(call, this.address);
		if (caller == null) {
			logger.debug("A call was refused: its UUID is no ticket, and its address is not trusted");
			throw noTicket();
		}
		return new CarrierMessage.Start(caller);
	}

	@Override
	public CarrierMessage read(ByteBuffer content) {
		int kind = content.get() & 0xff;
		if (kind != this.rate.kind()) {
			logger.warn("A call ends: its audio does not come at " + this.rate.hertz() + " Hz");
			throw wrongCodec();
		}
		// Half a sample would turn all that follows into noise
		byte[] audio = new byte[content.remaining() & ~1];
		content.get(audio);
		return new CarrierMessage.Media(audio, -1, -1);
	}

	@Override
	public void play(PageOutput output, byte[] frame) {
		output.play(frame);
	}

	@Override
	public void mark(PageOutput output, String name) {
		output.tellOfAudio(MARK + name);
	}

	@Override
	public void clear(PageOutput output) {
		output.tell(CLEAR);
	}

	@Override
	public CompletableFuture<?> transfer(TransferTarget target) {
		return AsteriskTransfers.transfer(this.admission.transfers(), this.uuid, target);
	}

	/**
	 * Internal decision which calls are let in.
	 *
	 * @param tickets those that the application announced
	 * @param trusted the addresses that need no ticket
	 * @param everybody whether nobody needs one
	 * @param transfers tells the dial plan whom to call next, or {@code null} if it does
	 * not ask
	 */
	public record Admission(AsteriskTickets tickets, TrustedAddresses trusted, boolean everybody,
			@Nullable AsteriskTransfers transfers) {

		@Nullable PhoneCaller admit(UUID uuid, @Nullable InetAddress address) {
			PhoneCaller announced = this.tickets.use(uuid);
			if (announced != null) {
				return announced;
			}
			boolean open = this.everybody || (address != null && this.trusted.contains(address));
			return open ? new PhoneCaller(AsteriskTickets.CARRIER, uuid.toString(), null, Map.of()) : null;
		}

	}

}
