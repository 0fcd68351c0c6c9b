package io.realtime4j.spring.bridge.page;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

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

	private volatile @Nullable VoiceCommands commands;

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
		this.pace.take(text.length());
		VoiceCommands commands = this.commands;
		try {
			PageCommand command = this.reader.read(text);
			if (commands != null) {
				commands.execute(command);
			}
			else if (command instanceof PageCommand.Start start) {
				start(start);
			}
			else {
				throw new BadFrameException(CloseReasons.NO_START);
			}
		}
		catch (InvalidCommandException ex) {
			if (commands == null) {
				throw new BadFrameException(CloseReasons.badStart(ex.words()));
			}
			this.connection.output().tell(PageMessages.error(ex.code(), ex.words()));
		}
	}

	@Override
	public void onBinary(ByteBuffer audio) {
		VoiceCommands commands = this.commands;
		if (commands == null) {
			throw new BadFrameException(CloseReasons.NO_START);
		}
		byte[] pcm16 = new byte[audio.remaining()];
		audio.get(pcm16);
		commands.hear(pcm16);
	}

	@Override
	public void onClosed(boolean forGood) {
		this.overForGood = forGood;
		cancelStartTimer();
		disconnect(this.commands, forGood);
	}

	private void start(PageCommand.Start start) {
		cancelStartTimer();
		this.connection.begin();
		try {
			begin(start);
		}
		catch (BadFrameException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.warn("The session of " + this.who + " could not be started", ex);
			throw new BadFrameException(CloseReasons.FAILED);
		}
	}

	private void begin(PageCommand.Start start) {
		PageSession page = this.sessions.connect(this.connection, this.who, start.resume());
		if (page == null) {
			throw new BadFrameException(CloseReasons.TOO_MANY_SESSIONS);
		}
		VoiceCommands begun = new VoiceCommands(page, start.sampleRate(), this.connection, this.connection.clock());
		this.commands = begun;
		Boolean forGood = this.overForGood;
		if (forGood != null) {
			disconnect(begun, forGood);
		}
		// What the page has heard of can be taken from it at any time
		page.greet(this.connection);
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
