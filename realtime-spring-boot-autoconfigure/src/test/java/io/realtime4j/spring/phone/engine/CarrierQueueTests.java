package io.realtime4j.spring.phone.engine;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link CarrierQueue}: carriers that ask for a pause.
 */
class CarrierQueueTests {

	private static final int MAX_QUEUED_MESSAGES = 100;

	private final PhoneDialect dialect = mock(PhoneDialect.class);

	private final PageOutput output = mock(PageOutput.class);

	private final CarrierQueue queue = new CarrierQueue(this.dialect, this.output, () -> {
	});

	private final byte[] frame = new byte[160];

	@BeforeEach
	void take() {
		given(this.dialect.maxQueuedMessages()).willReturn(MAX_QUEUED_MESSAGES);
	}

	@Test
	void nothingIsGivenToACarrierThatHasEnough() {
		this.queue.hold(true);
		this.queue.play(this.frame);
		this.queue.mark("0-1");
		then(this.dialect).should(never()).play(this.output, this.frame);
		this.queue.hold(false);
		then(this.dialect).should().play(this.output, this.frame);
		then(this.dialect).should().mark(this.output, "0-1");
	}

	@Test
	void queueThatWasClearedTakesAudio() {
		this.queue.hold(true);
		this.queue.play(new byte[1]);
		this.queue.clear();
		this.queue.play(this.frame);
		then(this.dialect).should().play(this.output, this.frame);
	}

	@Test
	void pauseThatDoesNotEndIsForgotten() {
		this.queue.hold(true);
		this.queue.play(this.frame);
		this.queue.watch(0);
		this.queue.watch(MAX_QUEUED_MESSAGES * 20 + CarrierQueue.PATIENCE_MILLIS - 1);
		then(this.dialect).should(never()).play(this.output, this.frame);
		this.queue.watch(MAX_QUEUED_MESSAGES * 20 + CarrierQueue.PATIENCE_MILLIS);
		then(this.dialect).should().play(this.output, this.frame);
	}

}
