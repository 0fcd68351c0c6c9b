package io.realtime4j.session;

import io.realtime4j.codec.Dialect;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the handshake to an open session: the server says that the session is
 * there, the client says its settings, the server acknowledges them. On a sideband the
 * session is there already: the server says nothing before the client does.
 */
final class OpeningSequence {

	private final String eventId;

	private final @Nullable String update;

	private final boolean sideband;

	private Step step = Step.HANDSHAKE;

	private @Nullable RealtimeError refusal;

	/**
	 * Create a sequence.
	 * @param spec what the session shall be
	 * @param codec says the settings
	 * @param eventId the id of the event that says them
	 * @throws io.realtime4j.codec.RealtimeCodecException if the dialect cannot say them
	 */
	OpeningSequence(SessionSpec spec, RealtimeCodec codec, String eventId) {
		ClientEvent event = update(spec, codec.dialect());
		this.eventId = eventId;
		this.update = (event != null) ? codec.encode(event.withEventId(eventId)) : null;
		this.sideband = spec.callId() != null;
	}

	private static @Nullable ClientEvent update(SessionSpec spec, Dialect dialect) {
		if (spec.settings() == null) {
			return null;
		}
		// The address says the model already, and a server may refuse to hear it twice
		SessionSettings update = spec.settings().asUpdate();
		if (update instanceof TranscriptionSessionSettings settings && dialect == Dialect.BETA) {
			return TranscriptionSessionUpdate.of(BetaTranscription.settings(settings));
		}
		return update.equals(RealtimeSessionSettings.builder().build()) ? null : SessionUpdate.of(update);
	}

	// Take the end of the handshake. Return what to send now, if anything
	@Nullable String onHandshake() {
		if (this.sideband) {
			return afterFirstEvent();
		}
		this.step = Step.FIRST_EVENT;
		return null;
	}

	// Take an event of the server. Return what to send now, if anything
	@Nullable String onEvent(ServerEvent event) {
		if (this.step == Step.FIRST_EVENT
				&& (event instanceof SessionCreated || event instanceof TranscriptionSessionCreated)) {
			return afterFirstEvent();
		}
		if (this.step == Step.ACKNOWLEDGEMENT) {
			if (event instanceof SessionUpdated || event instanceof TranscriptionSessionUpdated) {
				this.step = Step.DONE;
			}
			else if (event instanceof ErrorEvent error && isOurs(error.error())) {
				this.refusal = error.error();
			}
		}
		return null;
	}

	private @Nullable String afterFirstEvent() {
		this.step = (this.update != null) ? Step.ACKNOWLEDGEMENT : Step.DONE;
		return this.update;
	}

	// Nothing else was sent, and not every server names what its error is about
	private boolean isOurs(RealtimeError error) {
		return error.eventId() == null || error.eventId().equals(this.eventId);
	}

	boolean isDone() {
		return this.step == Step.DONE;
	}

	@Nullable RealtimeError refusal() {
		return this.refusal;
	}

	String awaited() {
		return switch (this.step) {
			case HANDSHAKE -> "the WebSocket handshake";
			case FIRST_EVENT -> "session.created";
			case ACKNOWLEDGEMENT -> "session.updated";
			case DONE -> "nothing";
		};
	}

	private enum Step {

		HANDSHAKE, FIRST_EVENT, ACKNOWLEDGEMENT, DONE

	}

}
