package io.realtime4j.spring.phone;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Call that a carrier brought, and whose session is spoken. Listeners find it by
 * {@link #of(VoiceSession)}.
 *
 * @since 0.1.0
 */
public interface PhoneCall {

	/**
	 * Return who calls.
	 * @return the facts about the call
	 */
	PhoneCaller caller();

	/**
	 * Return the session that speaks with the caller.
	 * @return the session
	 * @throws IllegalStateException if it is a live session, which
	 * {@link #session(Class)} takes
	 */
	default RealtimeSession session() {
		return session(RealtimeSession.class);
	}

	/**
	 * Return the session that speaks with the caller, of any protocol family.
	 * @param <S> the kind of session
	 * @param type the kind of session; {@link VoiceSession} takes all of them
	 * @return the session
	 * @throws IllegalStateException if the session is of another kind
	 */
	<S extends VoiceSession> S session(Class<S> type);

	/**
	 * Hang up: end the session and its connection to the carrier, and where the carrier
	 * can be told, the call.
	 * @return completes with the end of the call
	 */
	CompletableFuture<PhoneCallEnd> hangUp();

	/**
	 * Transfer the call to somebody else, which ends it here. What was said is heard to
	 * its end before. Where the transfer fails, the call goes on.
	 * @param target whom to call: {@code tel:} with an international number, or
	 * {@code sip:}. A {@link PhoneTransferPolicy} has to allow it
	 * @return completes when the carrier calls the target, whether or not anybody answers
	 * there; fails with {@link PhoneTransferException}. Cancelling it changes nothing
	 */
	CompletableFuture<@Nullable Void> transfer(URI target);

	/**
	 * Return a future for the end of the call.
	 * @return completes when the call is over
	 */
	CompletableFuture<PhoneCallEnd> ended();

	/**
	 * Return the call of a session.
	 * @param session the session
	 * @return the call, or {@code null} if the session is not that of a call
	 */
	static @Nullable PhoneCall of(VoiceSession session) {
		return session.feature(PhoneCall.class);
	}

}
