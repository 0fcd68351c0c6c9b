package io.realtime4j.spring.phone.engine;

import java.util.Map;

/**
 * Internal call for which a media stream was opened, whose ticket is not used yet.
 *
 * @param callId the id of the call
 * @param parameters its parameters, with the ticket
 */
public record CallAdmission(String callId, Map<String, String> parameters) {

	/**
	 * Return a text without the parameters, which hold the ticket.
	 */
	@Override
	public String toString() {
		return "CallAdmission[callId=" + this.callId + "]";
	}

}
