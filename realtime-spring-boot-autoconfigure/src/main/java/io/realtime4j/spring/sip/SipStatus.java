package io.realtime4j.spring.sip;

/**
 * Status codes of SIP (RFC 3261, section 21).
 */
final class SipStatus {

	static final int BUSY_HERE = 486;

	static final int SERVICE_UNAVAILABLE = 503;

	static final int DECLINE = 603;

	private SipStatus() {
	}

}
