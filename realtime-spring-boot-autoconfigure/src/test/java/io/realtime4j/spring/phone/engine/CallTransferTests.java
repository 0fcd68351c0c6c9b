package io.realtime4j.spring.phone.engine;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.PhoneTransferException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link CallTransfer}.
 */
class CallTransferTests {

	private static final URI TARGET = URI.create("tel:+14155550142");

	private static final PhoneCaller CALLER = new PhoneCaller("twilio", "CA1", "+1", Map.of());

	private final PhoneDialect dialect = mock(PhoneDialect.class);

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final CompletableFuture<Void> command = new CompletableFuture<>();

	private PhoneSink sink;

	private CallTransfer transfer;

	@BeforeEach
	void connect() {
		given(this.dialect.format()).willReturn(new AudioPcmu());
		given(this.dialect.maxQueuedMessages()).willReturn(Integer.MAX_VALUE);
		given(this.dialect.transfer(any())).willAnswer((invocation) -> this.command);
		this.sink = new PhoneSink(this.dialect, new AudioPcmu(), mock(PageOutput.class), () -> {
		}, null, Clock.systemUTC());
		this.transfer = new CallTransfer(CALLER, this.dialect, this.sink, (caller, target) -> TARGET.equals(target),
				this.tasks::add);
	}

	@Test
	void carrierIsToldWhenTheLastMarkComesBack() {
		this.sink.play(new AudioChunk("item_1", 0, AudioData.of(new byte[800]), new AudioPcmu()));
		CompletableFuture<?> transferred = this.transfer.begin(TARGET);
		assertThat(this.tasks).isEmpty();
		ArgumentCaptor<String> marks = ArgumentCaptor.forClass(String.class);
		then(this.dialect).should(atLeastOnce()).mark(any(), marks.capture());
		this.sink.played(marks.getValue());
		this.tasks.remove().run();
		then(this.dialect).should().transfer(TransferTarget.of(TARGET));
		assertThat(transferred).isNotDone();
		assertThat(this.transfer.outcome()).isNotDone();
		this.command.complete(null);
		assertThat(transferred).isCompleted();
		assertThat(this.transfer.outcome()).isCompletedWithValue(true);
	}

	@Test
	void whatIsNotAllowedReachesNoCarrier() {
		assertReason(this.transfer.begin(URI.create("tel:+19005550142")), Reason.NOT_ALLOWED);
		assertReason(this.transfer.begin(URI.create("tel:911")), Reason.INVALID_TARGET);
		CallTransfer failing = new CallTransfer(CALLER, this.dialect, this.sink, (caller, target) -> {
			throw new IllegalStateException("The list is gone");
		}, this.tasks::add);
		assertReason(failing.begin(TARGET), Reason.NOT_ALLOWED);
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void oneTransferIsUnderWayAtATime() {
		this.transfer.begin(TARGET);
		assertReason(this.transfer.begin(TARGET), Reason.IN_PROGRESS);
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void callThatEndsBeforeIsNotTransferred() {
		CompletableFuture<?> transferred = this.transfer.begin(TARGET);
		this.transfer.gone();
		this.tasks.remove().run();
		assertReason(transferred, Reason.CALL_ENDED);
		assertThat(this.transfer.outcome()).isCompletedWithValue(false);
		assertReason(this.transfer.begin(TARGET), Reason.CALL_ENDED);
		then(this.dialect).should(never()).transfer(any());
	}

	@Test
	void callThatEndsDuringTheLastWordsIsNotTransferred() {
		this.sink.play(new AudioChunk("item_1", 0, AudioData.of(new byte[800]), new AudioPcmu()));
		CompletableFuture<?> transferred = this.transfer.begin(TARGET);
		assertThat(this.tasks).isEmpty();
		this.transfer.gone();
		this.tasks.remove().run();
		assertReason(transferred, Reason.CALL_ENDED);
		then(this.dialect).should(never()).transfer(any());
	}

	@Test
	void transferThatTheCarrierWasToldOfIsNotGivenUp() {
		CompletableFuture<?> transferred = this.transfer.begin(TARGET);
		this.tasks.remove().run();
		this.transfer.gone();
		assertThat(transferred).isNotDone();
		this.command.complete(null);
		assertThat(transferred).isCompleted();
		assertThat(this.tasks).isEmpty();
	}

	@Test
	void transferThatFailedMayBeTriedAgain() {
		CompletableFuture<?> transferred = this.transfer.begin(TARGET);
		this.tasks.remove().run();
		this.command.completeExceptionally(new PhoneTransferException(Reason.REFUSED, "No"));
		assertReason(transferred, Reason.REFUSED);
		assertThat(this.transfer.outcome()).isCompletedWithValue(false);
		given(this.dialect.transfer(any())).willAnswer((invocation) -> CompletableFuture.completedFuture("done"));
		CompletableFuture<?> again = this.transfer.begin(TARGET);
		this.tasks.remove().run();
		assertThat(again).isCompleted();
	}

	@Test
	void whatElseFailsIsARefusal() {
		given(this.dialect.transfer(any())).willThrow(new IllegalStateException("Odd"));
		CompletableFuture<?> odd = this.transfer.begin(TARGET);
		this.tasks.remove().run();
		assertReason(odd, Reason.REFUSED);
		CallTransfer stopped = new CallTransfer(CALLER, this.dialect, this.sink, (caller, target) -> true, (task) -> {
			throw new RejectedExecutionException();
		});
		assertReason(stopped.begin(TARGET), Reason.REFUSED);
		assertThat(stopped.outcome()).isCompletedWithValue(false);
	}

	private static void assertReason(CompletableFuture<?> transferred, Reason reason) {
		assertThat(transferred).isCompletedExceptionally();
		assertThatExceptionOfType(PhoneTransferException.class).isThrownBy(() -> {
			throw transferred.handle((done, ex) -> ex).join();
		}).satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
