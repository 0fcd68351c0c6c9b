package io.realtime4j.spring.phone.telnyx;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.webhook.WebhookIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link TelnyxVoice}: which calls are hung up.
 */
@ExtendWith(OutputCaptureExtension.class)
class TelnyxVoiceTests {

	private final TelnyxCalls calls = mock(TelnyxCalls.class);

	private final PhoneLines lines = mock(PhoneLines.class);

	private final Queue<Runnable> later = new ArrayDeque<>();

	private final Ids ids = new Ids();

	private final TelnyxVoice voice = voice();

	private TelnyxVoice voice() {
		return new TelnyxVoice(mock(TelnyxTickets.class), this.calls, this.lines,
				new TelnyxVoice.Bridged(this.ids, Clock.systemUTC(), this.later::add));
	}

	@BeforeEach
	void takeCommands() {
		given(this.calls.hangUp(any())).willAnswer((invocation) -> CompletableFuture.completedFuture(null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "streaming.stopped", "streaming.failed" })
	void callWithoutAStreamIsHungUpAMomentLater(String type) {
		this.voice.accept(event(type, null));
		then(this.calls).should(never()).hangUp(any());
		this.later.remove().run();
		then(this.calls).should().hangUp("v3:a");
		assertThat(this.ids.known).isEmpty();
	}

	@Test
	void callThatGoesOnWithSomebodyElseIsNotHungUp() {
		this.voice.accept(event("call.bridged", null));
		then(this.lines).should().transferred("v3:a");
		this.voice.accept(event("streaming.stopped", null));
		this.later.remove().run();
		then(this.calls).should(never()).hangUp(any());
	}

	@Test
	void eventsMayComeInAnotherOrderAndToOtherNodes() {
		this.voice.accept(event("streaming.stopped", null));
		voice().accept(event("call.bridged", null));
		this.later.remove().run();
		then(this.calls).should(never()).hangUp(any());
	}

	@Test
	void callThatTheApplicationTransferredIsNotHungUp() {
		this.voice.accept(event("streaming.stopped", "realtime4j-transferred"));
		assertThat(this.later).isEmpty();
		this.voice.close();
		then(this.calls).should(never()).hangUp(any());
	}

	@Test
	void callThatWasTransferredInVainIsHungUp() {
		this.voice.accept(event("call.hangup", "realtime4j-target-of v3:origin"));
		then(this.calls).should().hangUp("v3:origin");
		this.voice.accept(event("call.hangup", "a state of the application"));
		then(this.calls).shouldHaveNoMoreInteractions();
	}

	@Test
	void callThatWaitsToBeHungUpIsHungUpWhenTheApplicationStops() {
		CompletableFuture<Object> answer = new CompletableFuture<>();
		given(this.calls.hangUp("v3:a")).willAnswer((invocation) -> answer);
		this.voice.accept(event("streaming.stopped", null));
		CompletableFuture<Void> closed = CompletableFuture.runAsync(this.voice::close);
		assertThat(closed).isNotDone();
		answer.completeExceptionally(new IllegalStateException("The carrier is out"));
		closed.join();
		this.later.remove().run();
		then(this.calls).should().hangUp("v3:a");
	}

	@Test
	void callThatGoesOnWithSomebodyElseIsNotHungUpWhenTheApplicationStops() {
		this.voice.accept(event("streaming.stopped", null));
		this.voice.accept(event("call.bridged", null));
		this.voice.close();
		then(this.calls).should(never()).hangUp(any());
	}

	@Test
	void memoryThatIsOutWhenTheApplicationStopsIsNamed(CapturedOutput output) {
		this.voice.accept(event("streaming.stopped", null));
		this.ids.out = true;
		this.voice.close();
		assertThat(output).contains("Call v3:a may be silent, and could not be hung up", "The memory is out");
	}

	private static TelnyxEvent event(String type, @Nullable String state) {
		return new TelnyxEvent(type, "v3:a", true, "+14155550123", "+14155550199",
				(state != null) ? Base64.getEncoder().encodeToString(state.getBytes(StandardCharsets.UTF_8)) : null);
	}

	/**
	 * Memory that all nodes share.
	 */
	private static final class Ids implements WebhookIds {

		private final Set<String> known = ConcurrentHashMap.newKeySet();

		private volatile boolean out;

		@Override
		public boolean add(String id, Instant until) {
			if (this.out) {
				throw new IllegalStateException("The memory is out");
			}
			return this.known.add(id);
		}

		@Override
		public void remove(String id) {
			this.known.remove(id);
		}

	}

}
