package io.realtime4j.spring.sip;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.webhook.CallIncoming;
import org.jspecify.annotations.Nullable;

/**
 * Caller by SIP, as the calls of carriers have theirs.
 */
final class SipCaller {

	/**
	 * Name of the carrier of calls by SIP.
	 */
	static final String CARRIER = "sip";

	private static final int MAX_LENGTH = 1000;

	/**
	 * The address of a header, with or without brackets and what stands before and behind
	 * it.
	 */
	private static final Pattern ADDRESS = Pattern.compile("(?:^|<)\\s*((?:tel|sips?):[^<>\\s;?]+)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBER = Pattern.compile("(?:tel|sips?):(\\+?\\d+)(?:@.*)?", Pattern.CASE_INSENSITIVE);

	private static final Pattern WITHHELD = Pattern.compile("sips?:(?:anonymous@.*|.*@anonymous\\.invalid)",
			Pattern.CASE_INSENSITIVE);

	private SipCaller() {
	}

	/**
	 * Return who calls, as the caller claims it: by a number, or by a SIP address that
	 * has none.
	 * @param event reports the call
	 * @return the caller, without a number if it is withheld
	 */
	static PhoneCaller of(CallIncoming event) {
		Map<String, String> parameters = new LinkedHashMap<>();
		String to = address(event.sipHeader("To"));
		if (to != null) {
			parameters.put("to", to);
		}
		return new PhoneCaller(CARRIER, event.callId(), address(event.sipHeader("From")), parameters);
	}

	/**
	 * Return the caller of a call that no webhook reported here, of whom nothing is
	 * known.
	 * @param callId the id of the call
	 */
	static PhoneCaller unknown(String callId) {
		return new PhoneCaller(CARRIER, callId, null, Map.of());
	}

	private static @Nullable String address(@Nullable String header) {
		if (header == null || header.length() > MAX_LENGTH) {
			return null;
		}
		Matcher matcher = ADDRESS.matcher(header);
		if (!matcher.find() || WITHHELD.matcher(matcher.group(1)).matches()) {
			return null;
		}
		Matcher number = NUMBER.matcher(matcher.group(1));
		return number.matches() ? number.group(1) : matcher.group(1);
	}

	/**
	 * Return why a call was refused, as that of a carrier is.
	 * @param reason why it was rejected
	 * @return the reason, or {@code null} if the application decided so, or decided
	 * nothing
	 */
	static PhoneCallRefused.@Nullable Reason refusal(SipCallRejected.Reason reason) {
		return switch (reason) {
			case BUSY -> PhoneCallRefused.Reason.BUSY;
			case BUDGET -> PhoneCallRefused.Reason.BUDGET;
			case STOPPING -> PhoneCallRefused.Reason.STOPPING;
			case HANDLER_FAILED -> PhoneCallRefused.Reason.FAILED;
			case APPLICATION, UNANSWERED -> null;
		};
	}

}
