package io.realtime4j.spring.logging;

import io.realtime4j.guardrail.GuardrailEvent;
import io.realtime4j.guardrail.GuardrailFailed;
import io.realtime4j.guardrail.GuardrailListener;
import io.realtime4j.guardrail.GuardrailTripped;
import io.realtime4j.guardrail.SafeReplyFailed;
import io.realtime4j.session.VoiceSession;
import org.apache.commons.logging.LogFactory;

/**
 * Internal listener that logs the events of guardrails, and never the text or the reason.
 */
public class GuardrailLogger implements GuardrailListener {

	private final LimitedLog log = new LimitedLog(LogFactory.getLog(GuardrailLogger.class));

	@Override
	public void onGuardrailEvent(VoiceSession session, GuardrailEvent event) {
		String place = LogText.name(session) + ", response " + event.responseId() + ": ";
		if (event instanceof GuardrailTripped tripped) {
			this.log.warn(session.id(), place + "cut off by the guardrail " + tripped.guardrail()
					+ (tripped.replied() ? ", a safe reply follows" : ", without a safe reply"));
		}
		else if (event instanceof GuardrailFailed failed) {
			this.log.warn(session.id(), place + "the guardrail " + failed.guardrail() + " gave no verdict (policy "
					+ failed.policy().name() + ")", failed.cause());
		}
		else if (event instanceof SafeReplyFailed failed) {
			this.log.warn(session.id(), place + "the safe reply failed: " + failed.cause().getClass().getSimpleName());
		}
	}

}
