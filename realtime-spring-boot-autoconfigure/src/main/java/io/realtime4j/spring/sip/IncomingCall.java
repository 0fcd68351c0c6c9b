package io.realtime4j.spring.sip;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.webhook.SipHeader;
import org.jspecify.annotations.Nullable;

/**
 * Incoming call over SIP that waits for an answer. It is an application event. The first
 * answer counts; a call without one is rejected after a while. It may be used by all
 * threads, and none of its methods waits.
 *
 * @since 0.1.0
 * @see IncomingCallHandler
 */
public interface IncomingCall {

	/**
	 * Return the id of the call.
	 * @return the id, which begins with {@code rtc_}, or with {@code live_} where calls
	 * have live sessions
	 */
	String callId();

	/**
	 * Return the headers of the SIP request. The caller wrote them: they prove nothing,
	 * and must not be taken for the identity of anybody.
	 * @return the headers, in order
	 */
	List<SipHeader> claimedHeaders();

	/**
	 * Return the first header of a name, as the caller claims it.
	 * @param name the name, in any case
	 * @return the value, or {@code null} if there is none
	 */
	@Nullable String claimedHeader(String name);

	/**
	 * Return who calls, as the caller claims it.
	 * @return the header {@code From}, or {@code null} if there is none
	 */
	default @Nullable String claimedFrom() {
		return claimedHeader("From");
	}

	/**
	 * Return who is called, as the caller claims it.
	 * @return the header {@code To}, or {@code null} if there is none
	 */
	default @Nullable String claimedTo() {
		return claimedHeader("To");
	}

	/**
	 * Accept the call with the session of the configuration.
	 * @return completes with the call when its session is open; fails with
	 * {@link CallGoneException} if the caller did not wait, with
	 * {@link io.realtime4j.spring.rest.RealtimeRestException} if the service refuses, and
	 * with {@link IllegalStateException} if the call was answered before
	 */
	CompletableFuture<SipCall> accept();

	/**
	 * Accept the call with a live session of its own, where {@code realtime.sip.family}
	 * is live.
	 * @param customizer changes the live session of the configuration for this call
	 * @return completes with the call when its session is open; fails as that of
	 * {@link #accept()} does, and with {@link IllegalStateException} where calls have
	 * sessions of the first family
	 */
	CompletableFuture<SipCall> acceptLive(Consumer<LiveSpec.Builder> customizer);

	/**
	 * Accept the call with a session of its own, of the first family.
	 * @param customizer changes the session of the configuration for this call
	 * @return completes with the call when its session is open; fails as that of
	 * {@link #accept()} does, and with {@link IllegalStateException} where calls have
	 * live sessions, which {@link #acceptLive} customizes
	 */
	CompletableFuture<SipCall> accept(Consumer<SessionSpec.Builder> customizer);

	/**
	 * Reject the call with the SIP status 603 (decline).
	 * @return completes when the service has taken note; fails as that of
	 * {@link #accept()} does
	 */
	default CompletableFuture<Void> reject() {
		return reject(SipStatus.DECLINE);
	}

	/**
	 * Reject the call.
	 * @param status the SIP status that the caller is given, such as 486 (busy here)
	 * @return completes when the service has taken note; fails as that of
	 * {@link #accept()} does
	 */
	CompletableFuture<Void> reject(int status);

}
