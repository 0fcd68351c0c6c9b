package io.realtime4j.benchmarks.load.visitor;

import java.time.Duration;

import io.realtime4j.benchmarks.load.page.Page;
import io.realtime4j.benchmarks.load.page.PageScript;
import io.realtime4j.benchmarks.load.visitor.Behaviour.Leaving;
import io.realtime4j.benchmarks.load.visitor.Behaviour.Sending;

/**
 * A page of the visitor.
 */
final class VisitorScript implements PageScript {

	private final Behaviour behaviour;

	private final Protocol protocol;

	private boolean ready;

	private int next;

	VisitorScript(Behaviour behaviour, Protocol protocol) {
		this.behaviour = behaviour;
		this.protocol = protocol;
	}

	@Override
	public String subprotocol() {
		return this.protocol.subprotocol();
	}

	@Override
	public void opened(Page page) {
		if (this.behaviour.sampleRate() == 0) {
			this.ready = true;
		}
		else {
			this.protocol.start(page, this.behaviour.sampleRate());
		}
	}

	@Override
	public boolean isReady() {
		return this.ready;
	}

	@Override
	public void text(Page page, String text) {
		this.ready |= this.protocol.isReady(text);
	}

	@Override
	public void turn(Page page) {
		Sending sending = this.behaviour.sending();
		for (int i = 0; i < sending.atOnce() && !page.isBusy(); i++) {
			page.send(sending.frames().get(this.next++ % sending.frames().size()));
		}
		if (this.behaviour.leaving() == Leaving.GOODBYE) {
			page.goodbye();
		}
		else if (this.behaviour.leaving() == Leaving.VANISH) {
			page.vanish();
		}
	}

	@Override
	public Duration period() {
		return this.behaviour.sending().period();
	}

	@Override
	public boolean isReading() {
		return this.behaviour.reads();
	}

}
