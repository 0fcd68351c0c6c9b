package io.realtime4j.spring.sip;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;

/**
 * Call that was accepted. It may be used by all threads, and none of its methods waits.
 *
 * @since 0.1.0
 */
public interface SipCall {

	/**
	 * Return the id of the call.
	 * @return the id, which begins with {@code rtc_}, or with {@code live_} where its
	 * session is a live one
	 */
	String callId();

	/**
	 * Return the session that is attached to the call: it runs the tools, keeps the
	 * history and hears of keys that are pressed, while the sound goes between the caller
	 * and the service.
	 * @return the session
	 * @throws IllegalStateException if it is a live session, which
	 * {@link #session(Class)} takes
	 */
	default RealtimeSession session() {
		return session(RealtimeSession.class);
	}

	/**
	 * Return the session that is attached to the call, of any protocol family.
	 * @param <S> the kind of session
	 * @param type the kind of session; {@link VoiceSession} takes all of them
	 * @return the session
	 * @throws IllegalStateException if the session is of another kind
	 */
	<S extends VoiceSession> S session(Class<S> type);

	/**
	 * Transfer the call to somebody else, which ends it here, if the
	 * {@link io.realtime4j.spring.phone.PhoneTransferPolicy} allows it: by default only
	 * to {@code realtime.phone.transfer.allowed-targets}, which are none. The policy is
	 * told who calls, with the carrier {@code sip}; of a call that was taken over from
	 * another node it is told the id only.
	 * @param target whom to call: {@code tel:} with an international number, such as
	 * {@code tel:+14155550123}, or {@code sip:} or {@code sips:} with a user and a host
	 * @return completes when the service has taken note; fails with
	 * {@link io.realtime4j.spring.phone.PhoneTransferException} if the target is invalid
	 * or not allowed, with {@link CallGoneException} if the call is over, and with
	 * {@link io.realtime4j.spring.rest.RealtimeRestException} if the service refuses
	 */
	CompletableFuture<Void> refer(URI target);

	/**
	 * Hang up. A call that is over already stays so.
	 * @return completes when the service has taken note; fails with
	 * {@link io.realtime4j.spring.rest.RealtimeRestException} if the service refuses
	 */
	CompletableFuture<Void> hangUp();

	/**
	 * Return how the call ends.
	 * @return completes when the call is over, or goes on at another node, never
	 * exceptionally
	 */
	CompletableFuture<SipCallEnd> ended();

}
