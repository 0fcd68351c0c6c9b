package io.realtime4j.simulator.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.realtime4j.audio.Pcm;
import io.realtime4j.simulator.session.ServedLiveSession;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Call over SIP or WebRTC, without audio. It has no sound: its audio would take another
 * way than the protocol.
 *
 * @since 0.1.0
 */
public final class SimulatedCall {

	private final Ids ids;

	private final Signal signal = new Signal();

	private final CallSideband sideband;

	private State state;

	private @Nullable ObjectNode session;

	private @Nullable Integer rejectStatus;

	private @Nullable String referredTo;

	private @Nullable IncomingCallWebhook webhook;

	private @Nullable ServedLiveSession line;

	SimulatedCall(Ids ids, State state, @Nullable ObjectNode session, CallSideband sideband) {
		this.ids = ids;
		this.sideband = sideband;
		this.state = state;
		this.session = session;
	}

	/**
	 * Return the identifier.
	 * @return the identifier, as a webhook or a {@code Location} header tells it
	 */
	public String id() {
		return this.ids.call();
	}

	/**
	 * Return the identifier of the session that the call has if it is accepted in the
	 * live family.
	 * @return the identifier, as the webhook {@code live.transport.incoming} tells it
	 */
	public String liveId() {
		return this.ids.live();
	}

	/**
	 * Return whether the call was accepted in the live family.
	 * @return whether it was
	 */
	public boolean isLive() {
		return line() != null;
	}

	synchronized @Nullable ServedLiveSession line() {
		return this.line;
	}

	/**
	 * Speak as the caller, to a live session.
	 * @param speech what to say, which is heard at the pace of the simulator
	 * @throws IllegalStateException if the call was not accepted in the live family
	 */
	public void speak(Pcm speech) {
		ServedLiveSession session = line();
		if (session == null) {
			throw new IllegalStateException("Only calls of live sessions can be spoken, and none took this one");
		}
		session.hear(speech.resample(AudioCodec.SPEECH_RATE).audio().bytes());
	}

	/**
	 * Return the state of the call.
	 * @return the state
	 */
	public synchronized State state() {
		return this.state;
	}

	/**
	 * Return the settings with which the call was accepted or created.
	 * @return the settings as they were sent, or {@code null} if there are none
	 */
	public synchronized @Nullable ObjectNode session() {
		return this.session;
	}

	/**
	 * Return the SIP status with which the call was rejected.
	 * @return the status, or {@code null} if it was not rejected
	 */
	public synchronized @Nullable Integer rejectStatus() {
		return this.rejectStatus;
	}

	/**
	 * Return where the call was referred to.
	 * @return the URI, or {@code null} if it was not referred
	 */
	public synchronized @Nullable String referredTo() {
		return this.referredTo;
	}

	/**
	 * Wait until the call is in a state.
	 * @param wanted the state
	 * @param timeout how long to wait
	 * @throws IllegalStateException if it does not get there in time
	 */
	public void awaitState(State wanted, Duration timeout) {
		this.signal.await(() -> (state() == wanted) ? wanted : null, timeout,
				() -> "The call did not become " + wanted + ", but is " + state());
	}

	/**
	 * Send the webhook {@code realtime.call.incoming} of the call again, as the service
	 * does when it was not answered.
	 * @throws IllegalStateException if the call has none
	 */
	public void redeliver() {
		webhook().deliver();
	}

	/**
	 * Wait until the webhook {@code realtime.call.incoming} of the call was answered some
	 * times.
	 * @param count how often
	 * @param timeout how long to wait
	 * @return the statuses of the answers, 0 for none, in order
	 * @throws IllegalStateException if it is not answered in time, or the call has no
	 * webhook
	 */
	public List<Integer> awaitDeliveries(int count, Duration timeout) {
		return webhook().awaitAnswers(count, timeout);
	}

	/**
	 * Press a key of the caller's phone.
	 * @param key {@code 0} to {@code 9}, {@code *}, {@code #} or {@code A} to {@code D}
	 */
	public void pressKey(char key) {
		ServedLiveSession session = line();
		if (session != null) {
			session.press(key);
			return;
		}
		ObjectNode event = Json.object().put("type", "input_audio_buffer.dtmf_event_received");
		event.put("event", String.valueOf(key)).put("received_at", InstantSource.system().instant().getEpochSecond());
		this.sideband.send(id(), event.toString());
	}

	/**
	 * Hang up as the caller: a call that rings can no longer be accepted, and whom is
	 * attached to one that is spoken is closed.
	 */
	public void callerHangsUp() {
		synchronized (this) {
			if (this.state == State.RINGING || this.state == State.ACTIVE) {
				this.state = State.ENDED;
			}
		}
		this.signal.changed();
		ServedLiveSession session = line();
		if (session != null) {
			session.end("remote_hangup");
			return;
		}
		this.sideband.end(id());
	}

	void announce(@Nullable WebhookSender sender, Map<String, String> sipHeaders) {
		if (sender != null) {
			IncomingCallWebhook incoming = IncomingCallWebhook.realtime(sender, id(), sipHeaders);
			synchronized (this) {
				this.webhook = incoming;
			}
			incoming.deliver();
			IncomingCallWebhook.live(sender, liveId(), sipHeaders).deliver();
		}
	}

	private synchronized IncomingCallWebhook webhook() {
		if (this.webhook == null) {
			throw new IllegalStateException("The call has no webhook: tell the simulator where to send webhooks");
		}
		return this.webhook;
	}

	boolean accept(ObjectNode session) {
		return change(State.RINGING, () -> {
			this.session = session;
			this.state = State.ACTIVE;
		});
	}

	boolean acceptLive(ObjectNode session, Supplier<ServedLiveSession> begin) {
		return change(State.RINGING, () -> {
			this.session = session;
			this.line = begin.get();
			this.state = State.ACTIVE;
		});
	}

	boolean reject(int status) {
		return change(State.RINGING, () -> {
			this.rejectStatus = status;
			this.state = State.REJECTED;
		});
	}

	boolean refer(String target) {
		return change(State.ACTIVE, () -> {
			this.referredTo = target;
			this.state = State.REFERRED;
		});
	}

	boolean hangUp() {
		return change(State.ACTIVE, () -> this.state = State.ENDED);
	}

	private boolean change(State from, Runnable action) {
		synchronized (this) {
			if (this.state != from) {
				return false;
			}
			action.run();
		}
		this.signal.changed();
		return true;
	}

	/**
	 * State of a call.
	 */
	public enum State {

		/**
		 * The call waits to be accepted.
		 */
		RINGING,

		/**
		 * The call is active.
		 */
		ACTIVE,

		/**
		 * The call was rejected.
		 */
		REJECTED,

		/**
		 * The call was referred to somebody else.
		 */
		REFERRED,

		/**
		 * The call has ended.
		 */
		ENDED

	}

	/**
	 * The identifiers of a call.
	 *
	 * @param call that of the call
	 * @param live that of the session which it has in the live family
	 */
	record Ids(String call, String live) {

	}

}
