package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.bridge.connection.AudioPace;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.recording.CallRecording;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.socket.CloseStatus;

/**
 * A call that is connected, until its end.
 */
final class ActiveCall implements PhoneCall {

	/**
	 * How long the last words may be played after the end of the session.
	 */
	private static final Duration LAST_WORDS = Duration.ofSeconds(10);

	private static final Duration HANG_UP_TIMEOUT = Duration.ofSeconds(10);

	private static final long MILLIS = 1000;

	private static final int BYTES_PER_PACED_SAMPLE = 2;

	private static final CloseStatus NOT_PLAYED = CloseStatus.POLICY_VIOLATION
		.withReason("The carrier does not play what it is given");

	private final PhoneCaller caller;

	private final PhoneDialect dialect;

	private final PageConnection connection;

	private final LineConverter converter;

	private final CallerAudio audio;

	private final CallerOrder order;

	private final PhoneSink sink;

	private final CallTransfer transfer;

	private final @Nullable CallRecording recording;

	private final AtomicReference<@Nullable PhoneCallEnd> end = new AtomicReference<>();

	private final CompletableFuture<PhoneCallEnd> ended = new CompletableFuture<>();

	private volatile @Nullable CallConversation conversation;

	private volatile @Nullable Future<?> stallTimer;

	private volatile long lastMedia;

	private @Nullable PhoneTraffic traffic;

	private long lost;

	private long late;

	/**
	 * Create a call.
	 * @param caller who calls
	 * @param dialect what the connection says
	 * @param format the format of its session
	 * @param connection the connection
	 * @param options how it is heard and transferred
	 * @param recorder begins the recording of a call, or returns {@code null} if it is
	 * not recorded
	 */
	ActiveCall(PhoneCaller caller, PhoneDialect dialect, AudioFormat format, PageConnection connection, Options options,
			Function<PhoneCall, @Nullable CallRecording> recorder) {
		this.caller = caller;
		this.dialect = dialect;
		this.connection = connection;
		this.converter = LineConverter.toSession(dialect.format(), format);
		AudioPace pace = new AudioPace((int) AudioFormats.bytes(MILLIS, dialect.format()) / BYTES_PER_PACED_SAMPLE,
				connection.clock());
		this.audio = new CallerAudio(dialect.format(), options.joinedAudio(), pace, this::hear, this::append);
		this.order = new CallerOrder((media) -> this.audio.hear(media.audio(), media.timestampMillis()));
		CallRecording recording = recorder.apply(this);
		this.recording = recording;
		this.sink = new PhoneSink(dialect, format, connection.output(), this::onOverflow,
				(recording != null) ? recording::model : null, connection.clock());
		this.transfer = new CallTransfer(caller, dialect, this.sink, options.transfers(),
				(task) -> connection.schedule(Duration.ZERO, task));
		dialect.onMark(this.sink::played);
	}

	/**
	 * Return what plays on the line.
	 */
	PhoneSink sink() {
		return this.sink;
	}

	/**
	 * Take the session, before anybody is told of the call.
	 * @param conversation the conversation with the session, which is not open yet
	 */
	void take(CallConversation conversation) {
		this.conversation = conversation;
	}

	/**
	 * Set who is told what is wrong with the audio of the caller.
	 * @param traffic is told
	 */
	void setTraffic(@Nullable PhoneTraffic traffic) {
		this.traffic = traffic;
	}

	private synchronized void tellTraffic() {
		long lostNow = this.audio.lost();
		long lateNow = this.audio.late() + this.order.late();
		if (this.traffic != null && (lostNow > this.lost || lateNow > this.late)) {
			this.traffic.missed(this.caller.carrier(), lostNow - this.lost, lateNow - this.late);
		}
		this.lost = lostNow;
		this.late = lateNow;
	}

	/**
	 * Begin to speak.
	 */
	void begin() {
		CallConversation conversation = conversation();
		conversation.session().closed().thenRun(this::onSessionEnd);
		conversation.open();
		this.lastMedia = this.connection.clock().millis();
		watch();
	}

	@Override
	public PhoneCaller caller() {
		return this.caller;
	}

	@Override
	public <S extends VoiceSession> S session(Class<S> type) {
		VoiceSession session = conversation().session();
		Assert.state(type.isInstance(session), () -> "The session of the call is a "
				+ session.getClass().getSimpleName() + ", which is no " + type.getSimpleName());
		return type.cast(session);
	}

	private CallConversation conversation() {
		CallConversation current = this.conversation;
		Assert.state(current != null, "The call has no session yet");
		return current;
	}

	@Override
	public CompletableFuture<PhoneCallEnd> hangUp() {
		this.end.compareAndSet(null, PhoneCallEnd.HUNG_UP);
		this.transfer.gone();
		conversation().session().close();
		return ended();
	}

	@Override
	public CompletableFuture<@Nullable Void> transfer(URI target) {
		CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
		this.transfer.begin(target).whenComplete((done, problem) -> {
			if (problem != null) {
				result.completeExceptionally(problem);
				return;
			}
			onTransferred();
			result.complete(null);
		});
		return result;
	}

	/**
	 * The call goes on with somebody else.
	 */
	void onTransferred() {
		this.end.compareAndSet(null, PhoneCallEnd.TRANSFERRED);
		conversation().session().close();
	}

	@Override
	public CompletableFuture<PhoneCallEnd> ended() {
		return this.ended.copy();
	}

	void hear(CarrierMessage.Media media) {
		this.lastMedia = this.connection.clock().millis();
		this.order.hear(media);
	}

	void played(CarrierMessage.Mark mark) {
		this.sink.played(mark.name());
	}

	void hold(CarrierMessage.Hold hold) {
		this.sink.hold(hold.held());
	}

	/**
	 * The carrier has ended the call.
	 */
	void onRemoteEnd() {
		this.connection.close(CloseReasons.ENDED);
	}

	/**
	 * The connection to the carrier is over.
	 */
	void onDisconnect() {
		this.transfer.gone();
		this.order.flush();
		this.audio.flush();
		this.sink.clear();
		// A carrier may end the connection before it tells that it transfers the call
		this.transfer.outcome().thenAccept((transferred) -> {
			this.end.compareAndSet(null, transferred ? PhoneCallEnd.TRANSFERRED : PhoneCallEnd.REMOTE);
			conversation().session().close();
		});
	}

	/**
	 * Return the recording of the call.
	 * @return the recording, or {@code null} if the call is not recorded
	 */
	@Nullable CallRecording recording() {
		return this.recording;
	}

	private void hear(byte[] audio) {
		if (this.recording != null) {
			this.recording.caller(audio);
		}
		append(audio);
	}

	private void append(byte[] audio) {
		byte[] heard = this.converter.convert(audio);
		try {
			if (heard.length > 0) {
				conversation().hear(heard);
			}
		}
		catch (SessionClosedException ex) {
			// The call is about to end
		}
	}

	private void onOverflow() {
		// The sink is locked by whoever speaks
		this.connection.schedule(Duration.ZERO, () -> this.connection.close(NOT_PLAYED));
	}

	private void watch() {
		long now = this.connection.clock().millis();
		this.sink.watch(now);
		tellTraffic();
		long silentMillis = now - this.lastMedia;
		long left = CallerAudio.STALL.toMillis() - silentMillis;
		if (left <= 0) {
			this.order.flush();
			this.audio.stall();
			left = CallerAudio.STALL.toMillis();
		}
		if (this.end.get() == null && !this.ended.isDone()) {
			this.stallTimer = this.connection.schedule(Duration.ofMillis(left), this::watch);
		}
	}

	private void onSessionEnd() {
		this.transfer.outcome().thenAccept(this::onSessionEnd);
	}

	private void onSessionEnd(boolean transferred) {
		if (transferred) {
			this.end.compareAndSet(null, PhoneCallEnd.TRANSFERRED);
		}
		if (this.end.compareAndSet(null, PhoneCallEnd.SESSION_ENDED)) {
			this.sink.silent()
				.completeOnTimeout(null, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
				// The sink is locked by whoever tells it of the last mark
				.thenRun(() -> this.connection.schedule(Duration.ZERO, this::disconnect));
		}
		else {
			disconnect();
		}
	}

	private void disconnect() {
		Future<?> timer = this.stallTimer;
		if (timer != null) {
			timer.cancel(false);
		}
		PhoneCallEnd how = this.end.get();
		this.transfer.gone();
		CompletableFuture<?> told = hangUp(how);
		if (told == null) {
			end(how);
			return;
		}
		told.handle((done, ex) -> null)
			.completeOnTimeout(null, HANG_UP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
			.thenRun(() -> end(how));
	}

	private @Nullable CompletableFuture<?> hangUp(@Nullable PhoneCallEnd how) {
		if (how == PhoneCallEnd.TRANSFERRED) {
			return null;
		}
		return (how != PhoneCallEnd.REMOTE) ? this.dialect.hangUp() : this.dialect.abandon();
	}

	private void end(@Nullable PhoneCallEnd how) {
		tellTraffic();
		this.connection.close(CloseReasons.ENDED);
		this.ended.complete((how != null) ? how : PhoneCallEnd.SESSION_ENDED);
	}

	@Override
	public String toString() {
		return "PhoneCall[caller=" + this.caller + "]";
	}

	/**
	 * Options of a call.
	 *
	 * @param joinedAudio how much audio of the caller is put together at most
	 * @param transfers decides whom it may be transferred to
	 */
	record Options(Duration joinedAudio, PhoneTransferPolicy transfers) {
	}

}
