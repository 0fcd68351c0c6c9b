package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.TransportConnection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Outbox}.
 */
class OutboxTests {

	private final ScriptedConnection connection = new ScriptedConnection(new Deaf());

	private final List<Throwable> failures = new ArrayList<>();

	@Test
	void onlyWhatBelongsToOpeningPassesUntilTheGateIsOpen() {
		Outbox outbox = outbox(10, 1000);
		outbox.put(text("a"), false);
		outbox.connect(this.connection);
		outbox.putOpening(text("update"));
		this.connection.expect("update");
		this.connection.expectNothingMore();
		outbox.openGate();
		this.connection.expect("a");
	}

	@Test
	void oneFrameIsInFlightAtATime() {
		Outbox outbox = open(10, 1000);
		this.connection.holdSends();
		outbox.put(text("a"), false);
		outbox.put(text("b"), true);
		outbox.put(text("c"), false);
		this.connection.expect("a");
		this.connection.expectNothingMore();
		this.connection.completeSend();
		this.connection.expect("b");
		this.connection.expectNothingMore();
		this.connection.completeSend();
		this.connection.expect("c");
		assertThat(this.connection.overlapped()).isFalse();
	}

	@Test
	void tooManyControlFramesAreRefused() {
		Outbox outbox = open(2, 1000);
		hold(outbox);
		outbox.put(text("a"), false);
		outbox.put(text("b"), false);
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(text("c"), false))
			.withMessageContaining("2 events of 24 bytes");
		this.connection.completeSend();
		outbox.put(text("d"), false);
		assertThat(release()).containsExactly("first", "a", "b", "d");
	}

	@Test
	void tooManyBytesAreRefused() {
		Outbox outbox = open(100, 30);
		hold(outbox);
		outbox.put(text("a"), false);
		outbox.put(text("b"), false);
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(text("c"), false));
		assertThat(release()).containsExactly("first", "a", "b");
	}

	@Test
	void audioGivesWayToNewerAudioAndIsCounted() {
		Outbox outbox = open(3, 1000);
		hold(outbox);
		outbox.put(text("a1"), true);
		outbox.put(text("c"), false);
		for (int i = 2; i < 10; i++) {
			outbox.put(text("a" + i), true);
		}
		assertThat(outbox.droppedAudio()).isEqualTo(7);
		assertThat(release()).containsExactly("first", "c", "a8", "a9");
	}

	@Test
	void audioGivesWayToControlFrames() {
		Outbox outbox = open(3, 1000);
		hold(outbox);
		outbox.put(text("a1"), true);
		outbox.put(text("a2"), true);
		outbox.put(text("a3"), true);
		outbox.put(text("c1"), false);
		outbox.put(text("c2"), false);
		assertThat(outbox.droppedAudio()).isEqualTo(2);
		assertThat(release()).containsExactly("first", "a3", "c1", "c2");
	}

	@Test
	void audioIsDroppedWhenOnlyControlFramesWait() {
		Outbox outbox = open(1, 1000);
		hold(outbox);
		outbox.put(text("c"), false);
		outbox.put(text("a"), true);
		assertThat(outbox.droppedAudio()).isEqualTo(1);
		assertThat(release()).containsExactly("first", "c");
	}

	@Test
	void frameThatNeverFitsDropsNothingElse() {
		Outbox outbox = open(10, 50);
		hold(outbox);
		outbox.put(text("a"), true);
		outbox.put(text("x".repeat(60)), true);
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(text("y".repeat(60)), false));
		assertThat(outbox.droppedAudio()).isEqualTo(1);
		assertThat(release()).containsExactly("first", "a");
	}

	@Test
	void serverThatReadsAgainGetsControlFramesInOrderAndRecentAudio() {
		Outbox outbox = open(50, 1_000_000);
		hold(outbox);
		List<String> control = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			outbox.put(text("audio" + i), true);
			if (i % 50 == 0) {
				control.add("control" + i);
				outbox.put(text("control" + i), false);
			}
		}
		List<String> sent = release();
		assertThat(sent).hasSize(51).endsWith("audio499");
		assertThat(sent.stream().filter((type) -> type.startsWith("control"))).containsExactlyElementsOf(control);
		assertThat(outbox.droppedAudio()).isEqualTo(500 + 10 - 50);
	}

	@Test
	void requestsArePromisedRoom() {
		Outbox outbox = open(2, 1000);
		hold(outbox);
		outbox.put(text("a"), false);
		outbox.requireRoom(0);
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.requireRoom(1));
		outbox.put(text("b"), false);
		outbox.putPromised(text("c"));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.requireRoom(0));
		assertThat(release()).containsExactly("first", "a", "b", "c");
	}

	@Test
	void sendsThatCompleteAtOnceDoNotOverflowTheStack() {
		Outbox outbox = outbox(200_000, Long.MAX_VALUE);
		for (int i = 0; i < 100_000; i++) {
			outbox.put(text("a"), false);
		}
		outbox.connect(this.connection);
		outbox.openGate();
		assertThat(this.connection.sent()).hasSize(100_000);
	}

	@Test
	void failureIsToldAndNothingMoreIsSent() {
		Outbox outbox = open(10, 1000);
		this.connection.failSends(new IllegalStateException("broken"));
		outbox.put(text("a"), false);
		outbox.put(text("b"), false);
		this.connection.expect("a");
		this.connection.expectNothingMore();
		assertThat(this.failures).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void connectionThatThrowsIsAFailure() {
		Outbox outbox = open(10, 1000);
		this.connection.throwOnSend(new IllegalStateException("broken"));
		outbox.put(text("a"), false);
		assertThat(this.failures).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void whenEmptyWaitsForWhatIsQueuedAndEndsSending() {
		Outbox outbox = open(10, 1000);
		hold(outbox);
		outbox.put(text("a"), false);
		outbox.whenEmpty(() -> this.connection.close(1000, "OK"));
		this.connection.completeSend();
		assertThat(this.connection.calls()).isEmpty();
		this.connection.completeSend();
		assertThat(this.connection.calls()).containsExactly("close 1000");
		outbox.put(text("late"), false);
		assertThat(this.connection.types()).containsExactly("first", "a");
	}

	private Outbox outbox(int frames, long bytes) {
		return new OutboxHolder(new SessionLimits(1, 1, frames, bytes)).outbox;
	}

	private Outbox open(int frames, long bytes) {
		Outbox outbox = outbox(frames, bytes);
		outbox.connect(this.connection);
		outbox.openGate();
		return outbox;
	}

	// The server stops reading while it gets its first frame
	private void hold(Outbox outbox) {
		this.connection.holdSends();
		outbox.put(text("first"), false);
	}

	private List<String> release() {
		for (int before = -1; before < this.connection.sent().size();) {
			before = this.connection.sent().size();
			if (this.connection.inFlight()) {
				this.connection.completeSend();
			}
		}
		return this.connection.types();
	}

	private static String text(String type) {
		return "{\"type\":\"" + type + "\"}";
	}

	/**
	 * Does what a session does when a frame was sent.
	 */
	private final class OutboxHolder {

		private final Outbox outbox;

		private OutboxHolder(SessionLimits limits) {
			this.outbox = new Outbox(limits, (target, error) -> sent(error));
		}

		private void sent(Throwable error) {
			if (error == null) {
				this.outbox.sent();
			}
			else {
				OutboxTests.this.failures.add(error);
			}
		}

	}

	/**
	 * Hears nothing.
	 */
	private static final class Deaf implements ConnectionListener {

		@Override
		public void onOpen(TransportConnection connection) {
		}

		@Override
		public void onText(String text) {
		}

		@Override
		public void onBinary(int size) {
		}

		@Override
		public void onEnd(ConnectionEnd end) {
		}

	}

}
