package io.realtime4j.spring.boot.autoconfigure.sip;

import io.realtime4j.spring.sip.IncomingCallHandler;
import io.realtime4j.spring.sip.SipCalls;
import io.realtime4j.webhook.CallIncoming;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.Ordered;

/**
 * Hands over the calls that webhooks report, before listeners of the application hear of
 * them.
 */
final class IncomingCallListener
		implements ApplicationListener<PayloadApplicationEvent<? extends CallIncoming>>, Ordered {

	private final ObjectProvider<SipCalls> calls;

	private final ObjectProvider<IncomingCallHandler> handler;

	IncomingCallListener(ObjectProvider<SipCalls> calls, ObjectProvider<IncomingCallHandler> handler) {
		this.calls = calls;
		this.handler = handler;
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<? extends CallIncoming> event) {
		this.calls.getObject().receive(event.getPayload(), this.handler.getObject());
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
