package io.realtime4j.spring.bridge.page;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;

import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.bridge.connection.PageProtocol;
import io.realtime4j.spring.bridge.connection.TextPace;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Internal implementation of the wire format of pages: the start and the end of a
 * conversation.
 */
public final class VoiceProtocol implements PageProtocol {

	/**
	 * The version of the wire format.
	 */
	public static final String SUBPROTOCOL = "realtime4j.v1";

	private static final Log logger = LogFactory.getLog(VoiceProtocol.class);

	private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

	private final PageSessions sessions;

	private final BridgeConnection who;

	private final PageConnection connection;

	private final PageCommandReader reader;

	private final TextPace pace;

	private volatile @Nullable ScheduledFuture<?> startTimer;

	private final Object starting = new Object();

	private @Nullable EarlyFrames early;

	// From the moment that there is a session
	private volatile @Nullable VoiceCommands begun;

	// From the moment that it has heard what came early
	private volatile @Nullable VoiceCommands commands;

	private boolean confirmed;

	private volatile @Nullable Boolean overForGood;

	/**
	 * Create a protocol.
	 * @param sessions the sessions of pages
	 * @param who the connection of the user
	 * @param connection the connection of the page
	 * @param reader reads commands
	 * @param pace limits the rate of text
	 */
	public VoiceProtocol(PageSessions sessions, BridgeConnection who, PageConnection connection,
			PageCommandReader reader, TextPace pace) {
		this.sessions = sessions;
		this.who = who;
		this.connection = connection;
		this.reader = reader;
		this.pace = pace;
	}

	@Override
	public void onOpen() {
		this.startTimer = this.connection.schedule(START_TIMEOUT, () -> this.connection.close(CloseReasons.NO_START));
	}

	@Override
	public void onText(String text) {
		confirm();
		this.pace.take(text.length());
		try {
			onCommand(this.reader.read(text));
		}
		catch (InvalidCommandException ex) {
			if (!isStarted()) {
				throw new BadFrameException(CloseReasons.badStart(ex.words()));
			}
			this.connection.output().tell(PageMessages.error(ex.code(), ex.words()));
		}
	}

	private void onCommand(PageCommand command) {
		VoiceCommands begun = begun((frames) -> frames.add(command));
		if (begun != null) {
			begun.execute(command);
		}
		else if (!isStarted()) {
			if (!(command instanceof PageCommand.Start start)) {
				throw new BadFrameException(CloseReasons.NO_START);
			}
			start(start);
		}
	}

	@Override
	public void onBinary(ByteBuffer audio) {
		confirm();
		byte[] pcm16 = new byte[audio.remaining()];
		audio.get(pcm16);
		VoiceCommands begun = begun((frames) -> frames.add(pcm16));
		if (begun != null) {
			begun.hear(pcm16);
		}
		else if (!isStarted()) {
			throw new BadFrameException(CloseReasons.NO_START);
		}
	}

	// The commands, or null if what was sent is kept for them, or nothing has started
	private @Nullable VoiceCommands begun(Consumer<EarlyFrames> keeping) {
		VoiceCommands begun = this.commands;
		if (begun == null) {
			synchronized (this.starting) {
				begun = this.commands;
				if (begun == null && this.early != null) {
					keeping.accept(this.early);
				}
			}
		}
		return begun;
	}

	// Pages say nothing between their start and what answers it, so that it has arrived,
	// even if the thread that sent it is not done
	private void confirm() {
		if (this.confirmed) {
			return;
		}
		VoiceCommands begun;
		synchronized (this.starting) {
			begun = this.commands;
		}
		if (begun != null) {
			this.confirmed = true;
			this.sessions.confirm(begun.page(), this.connection);
		}
	}

	private boolean isStarted() {
		synchronized (this.starting) {
			return this.early != null;
		}
	}

	@Override
	public void onClosed(boolean forGood) {
		this.overForGood = forGood;
		cancelStartTimer();
		disconnect(this.begun, forGood);
	}

	private void start(PageCommand.Start start) {
		cancelStartTimer();
		this.connection.begin();
		synchronized (this.starting) {
			this.early = new EarlyFrames(start.sampleRate());
		}
		CompletableFuture<PageSession> page;
		try {
			page = this.sessions.connect(this.connection, this.who, start.resume(), start.choice());
		}
		catch (RuntimeException ex) {
			throw refusal(ex);
		}
		page.whenComplete((found, ex) -> {
			try {
				begin(start, found, ex);
			}
			catch (BadFrameException refusal) {
				this.connection.close(refusal.status());
			}
		});
	}

	private void begin(PageCommand.Start start, @Nullable PageSession page, @Nullable Throwable failure) {
		if (page == null) {
			throw refusal((failure != null) ? failure : new IllegalStateException("No session was made"));
		}
		VoiceCommands begun = new VoiceCommands(page, start.sampleRate(), this.connection, this.connection.clock());
		try {
			proceed(begun);
		}
		catch (RuntimeException ex) {
			throw refusal(ex);
		}
	}

	// A page may vanish while its session opens, which may take long
	private void proceed(VoiceCommands begun) {
		this.begun = begun;
		synchronized (this.starting) {
			try {
				if (this.overForGood == null) {
					answer(begun);
				}
			}
			finally {
				this.commands = begun;
			}
		}
		Boolean forGood = this.overForGood;
		if (forGood != null) {
			disconnect(begun, forGood);
		}
	}

	private void answer(VoiceCommands begun) {
		begun.page().greet(this.connection);
		EarlyFrames frames = this.early;
		if (frames != null) {
			frames.drain(begun::hear, (command) -> execute(begun, command));
		}
	}

	private void execute(VoiceCommands begun, PageCommand command) {
		try {
			begun.execute(command);
		}
		catch (InvalidCommandException ex) {
			this.connection.output().tell(PageMessages.error(ex.code(), ex.words()));
		}
	}

	private BadFrameException refusal(Throwable failure) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof BadFrameException refusal) {
			return refusal;
		}
		if (cause instanceof SessionNotAdmittedException refusal) {
			return new BadFrameException(CloseReasons.of(refusal));
		}
		logger.warn("The session of " + this.who + " could not be started", cause);
		return new BadFrameException(CloseReasons.FAILED);
	}

	private void cancelStartTimer() {
		ScheduledFuture<?> timer = this.startTimer;
		if (timer != null) {
			timer.cancel(false);
		}
	}

	private void disconnect(@Nullable VoiceCommands commands, boolean forGood) {
		if (commands != null) {
			this.sessions.disconnect(commands.page(), this.connection, forGood);
		}
	}

}
