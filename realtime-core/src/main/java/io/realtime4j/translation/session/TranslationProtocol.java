package io.realtime4j.translation.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.engine.AcknowledgedSettings;
import io.realtime4j.session.engine.ErrorSubject;
import io.realtime4j.session.engine.Opening;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.PendingUpdates;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.session.engine.SessionProtocol;
import io.realtime4j.translation.codec.TranslationCodec;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.SessionClose;
import io.realtime4j.translation.event.SessionClosed;
import io.realtime4j.translation.event.SessionCreated;
import io.realtime4j.translation.event.SessionUpdate;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.model.TranslationSettings;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.EndpointUris;
import org.jspecify.annotations.Nullable;

/**
 * The {@code translation} protocol and the state of one session in it.
 */
final class TranslationProtocol implements SessionProtocol<TranslationServerEvent> {

	/**
	 * 24,000 samples a second, of 16 bits.
	 */
	private static final int BYTES_PER_MILLI = 48;

	private static final int NORMAL_CLOSURE = 1000;

	private final Map<String, OutboundFrame> unacknowledged = new LinkedHashMap<>();

	private final SessionPort port;

	private final TranslationSpec spec;

	private final TranslationCodec codec;

	private final AcknowledgedSettings acknowledged;

	private final PendingUpdates<SessionUpdated> updates;

	private volatile @Nullable TranslationSettings settings;

	private boolean closeSent;

	private boolean closedByServer;

	private boolean closing;

	TranslationProtocol(SessionPort port, TranslationSpec spec, TranslationCodec codec) {
		this.port = port;
		this.spec = spec;
		this.codec = codec;
		this.acknowledged = new AcknowledgedSettings(codec.encode(SessionUpdate.of(spec.settings().asUpdate())));
		this.updates = new PendingUpdates<>(port, this.unacknowledged::remove);
	}

	@Nullable TranslationSettings settings() {
		return this.settings;
	}

	CompletableFuture<SessionUpdated> update(String eventId, OutboundFrame frame, Runnable send) {
		return this.updates.add(eventId, frame, send);
	}

	@Override
	public URI uri(URI baseUrl) {
		return EndpointUris.uri(baseUrl, "/translations", Map.of("model", this.spec.model(baseUrl).value()));
	}

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public TranslationServerEvent decode(String text) {
		return this.codec.decodeServerEvent(text);
	}

	@Override
	public @Nullable RealtimeError error(TranslationServerEvent event) {
		return (event instanceof ErrorEvent error) ? error.error() : null;
	}

	@Override
	public Opening<TranslationServerEvent> opening(boolean again) {
		String eventId = this.port.nextEventId();
		return new TranslationOpening(eventId, String.valueOf(this.acknowledged.update(eventId)));
	}

	@Override
	public @Nullable SessionEvent onEvent(TranslationServerEvent event, boolean opening) {
		if (event instanceof SessionCreated created) {
			this.settings = created.session();
		}
		else if (event instanceof SessionUpdated updated) {
			this.settings = updated.session();
			if (!opening) {
				onAcknowledged(updated);
			}
		}
		else if (event instanceof SessionClosed) {
			this.closedByServer = true;
		}
		else if (event instanceof ErrorEvent error && !opening) {
			PendingUpdates.Update<SessionUpdated> refused = this.updates.refuse(error.error(),
					this.updates.size() == 1 && ErrorSubject.isOpen(error.error()));
			if (refused != null) {
				this.unacknowledged.remove(refused.eventId());
			}
		}
		return null;
	}

	// The server may leave the connection to this side
	@Override
	public void afterEvent() {
		if (this.closedByServer && !this.closing) {
			this.port.leave(new Closed(NORMAL_CLOSURE, "session.closed"));
		}
	}

	private void onAcknowledged(SessionUpdated updated) {
		PendingUpdates.Update<SessionUpdated> taken = this.updates.acknowledge(updated);
		if (taken != null) {
			this.unacknowledged.remove(taken.eventId());
			this.acknowledged.acknowledge(taken.text());
		}
	}

	@Override
	public List<OutboundFrame> onOpened(boolean again) {
		List<OutboundFrame> frames = again ? List.copyOf(this.unacknowledged.values()) : List.of();
		this.unacknowledged.clear();
		return frames;
	}

	@Override
	public SessionOpened opened() {
		return new SessionOpened(null);
	}

	@Override
	public void onSending(OutboundFrame frame) {
		if (frame.command() instanceof SessionUpdate update && update.eventId() != null) {
			this.unacknowledged.put(update.eventId(), frame);
			this.updates.onSending(update.eventId());
		}
	}

	@Override
	public void onLost(CloseCause cause, Predicate<String> waiting) {
		// What was being translated is lost with the connection
		this.updates.onLost();
	}

	@Override
	public void onClosing() {
		this.closing = true;
	}

	@Override
	public @Nullable String closingText() {
		if (this.closeSent) {
			return null;
		}
		this.closeSent = true;
		return this.codec.encode(SessionClose.of().withEventId(this.port.nextEventId()));
	}

	@Override
	public boolean isReadyToClose() {
		return this.closedByServer;
	}

	@Override
	public void onClosed(SessionClosedException failure) {
		this.updates.fail(failure);
	}

	@Override
	public boolean isRecoverable(boolean openedBefore) {
		return true;
	}

	// Speech comes without a break: to take over would cut it off
	@Override
	public boolean isIdle() {
		return false;
	}

	@Override
	public @Nullable Instant expiresAt() {
		return null;
	}

	@Override
	public Duration durationOf(long bytes) {
		return Duration.ofMillis(bytes / BYTES_PER_MILLI);
	}

	@Override
	public long bytesOf(Duration duration) {
		return duration.toMillis() * BYTES_PER_MILLI;
	}

}
