package io.realtime4j.spring.bridge.relay;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.access.BridgeSessionFactory;
import io.realtime4j.spring.bridge.access.PageAdmission;
import io.realtime4j.spring.bridge.access.SessionSlots;
import io.realtime4j.spring.bridge.connection.AudioPace;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.InvalidCommandException;
import io.realtime4j.spring.bridge.connection.OpenRequests;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.bridge.connection.PageProtocol;
import io.realtime4j.spring.bridge.connection.TextPace;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Internal implementation of the relay: it passes on the allowed events of a page, and
 * all events of the service unchanged.
 */
public final class RelayProtocol implements PageProtocol, SessionInterceptor {

	/**
	 * Subprotocol of the protocol of the service.
	 */
	public static final String SUBPROTOCOL = "realtime";

	/**
	 * The text of a frame beside its audio.
	 */
	private static final int FRAME = 256;

	private static final Log logger = LogFactory.getLog(RelayProtocol.class);

	private final RelayMessages messages = new RelayMessages();

	private final BridgeSessionFactory factory;

	private final BridgeConnection who;

	private final PageConnection connection;

	private final RelayCommands commands;

	private final AudioPace pace;

	private final TextPace textPace;

	private final OpenRequests requests;

	private final AtomicBoolean settingsWanted = new AtomicBoolean();

	private volatile @Nullable RealtimeSession session;

	private volatile SessionSlots.@Nullable Place place;

	private volatile boolean over;

	/**
	 * Create a protocol.
	 * @param factory creates sessions
	 * @param who the connection of the user
	 * @param connection the connection of the page
	 * @param commands reads events of the page
	 * @param textPace limits the rate of text
	 */
	public RelayProtocol(BridgeSessionFactory factory, BridgeConnection who, PageConnection connection,
			RelayCommands commands, TextPace textPace) {
		this.factory = factory;
		this.who = who;
		this.connection = connection;
		this.commands = commands;
		this.textPace = textPace;
		this.pace = new AudioPace(AudioPace.SAMPLE_RATE, connection.clock());
		this.requests = new OpenRequests(connection.clock());
	}

	@Override
	public void onOpen() {
		this.connection.begin();
		RealtimeSession session = create();
		this.session = session;
		if (this.over) {
			end();
			return;
		}
		session.closed().thenAccept((cause) -> this.connection.close(CloseReasons.of(cause)));
		session.open();
	}

	private RealtimeSession create() {
		if (!this.factory.admission().hasRoom()) {
			throw new BadFrameException(CloseReasons.NO_ROOM);
		}
		PageAdmission.Admitted<RealtimeSession, SessionSpec> created;
		try {
			created = this.factory.create(this.who, (builder) -> builder.interceptor((session) -> this));
		}
		catch (SessionNotAdmittedException ex) {
			throw new BadFrameException(CloseReasons.of(ex));
		}
		catch (RuntimeException ex) {
			logger.warn("The session of " + this.who + " could not be started", ex);
			throw new BadFrameException(CloseReasons.FAILED);
		}
		if (created == null) {
			throw new BadFrameException(CloseReasons.TOO_MANY_SESSIONS);
		}
		this.place = created.place();
		created.share().page(this.connection::waitingSize);
		created.share().whenOver(() -> this.connection.drop(CloseReasons.NO_ROOM));
		return created.session();
	}

	@Override
	public void onText(String text) {
		RealtimeSession session = this.session;
		RelayCommand command = this.commands.read(text);
		ClientEvent event = command.event();
		this.textPace.take(Math.max(0, text.length() - audioLength(event)));
		if (session == null) {
			return;
		}
		try {
			if (event instanceof SessionUpdate) {
				keepSettings();
			}
			else {
				this.commands.check(command);
				send(session, event);
			}
		}
		catch (InvalidCommandException ex) {
			tell(this.messages.error(ex.code(), ex.words(), event.eventId()));
		}
	}

	// Audio has a pace of its own
	private static long audioLength(ClientEvent event) {
		return (event instanceof InputAudioBufferAppend append) ? 2 * append.audio().size() + FRAME : 0;
	}

	// Clients wait for this answer, which tells them honestly that nothing has changed.
	// Some do not wait for the session before they ask
	private void keepSettings() {
		this.settingsWanted.set(true);
		tellSettings();
	}

	private void tellSettings() {
		String settings = this.messages.settingsInForce();
		if (settings != null && this.settingsWanted.getAndSet(false)) {
			tell(settings);
		}
	}

	private void send(RealtimeSession session, ClientEvent event) {
		if (event instanceof InputAudioBufferAppend append) {
			this.pace.take(append.audio().size());
		}
		if (event instanceof ResponseCreate) {
			this.requests.begin();
		}
		try {
			session.send(event);
		}
		catch (OutboxFullException ex) {
			throw new InvalidCommandException("busy", "Too many events are queued for the service.");
		}
		catch (RealtimeCodecException ex) {
			throw new InvalidCommandException("unsupported", "The service does not know this event.");
		}
		catch (SessionClosedException ex) {
			// The page is about to be told
		}
	}

	@Override
	public void onBinary(ByteBuffer audio) {
		throw new BadFrameException(CloseReasons.NO_BINARY);
	}

	@Override
	public void onClosed(boolean forGood) {
		this.over = true;
		end();
	}

	private void end() {
		RealtimeSession session = this.session;
		SessionSlots.Place taken = this.place;
		if (session != null && taken != null) {
			taken.release();
			session.close();
		}
	}

	@Override
	public void onHeard(ServerEvent event, String json) {
		if (event instanceof ResponseDone || event instanceof ErrorEvent) {
			this.requests.end();
		}
		if (event instanceof SessionCreated || event instanceof SessionUpdated) {
			JsonNode told = this.messages.session(json);
			tell(told.toString());
			this.messages.remember(told);
			tellSettings();
		}
		else if (event instanceof ErrorEvent error && namesKey(error.error())) {
			tell(this.messages.error(error.error().code(), "The service refuses the application.", null));
		}
		else {
			tell(json);
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof AnswerTimedOut timedOut && timedOut.requestId() != null) {
			tell(this.messages.error("timeout", "The service did not answer in time.", timedOut.requestId()));
		}
	}

	private static boolean namesKey(RealtimeError error) {
		return error.message() != null && !error.message().equals(error.safeMessage());
	}

	// Halves of characters, as in deltas, stay for the page to put together
	private void tell(String json) {
		this.connection.output().tell(WellFormedText.escaped(json));
	}

}
