package io.realtime4j.spring.sip;

/**
 * Strategy for deciding about incoming calls over SIP. A bean of this type is asked in
 * place of listeners of {@link IncomingCall}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IncomingCallHandler {

	/**
	 * Answer a call, now or soon. A call that is not answered in time is rejected, and so
	 * is one whose handler throws an exception.
	 * @param call the call
	 */
	void handle(IncomingCall call);

}
