package io.realtime4j.session.engine;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionLimits;
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

	private static final int AUDIO_BYTES = 100;

	private final ScriptedConnection connection = new ScriptedConnection(new Deaf());

	private final List<Throwable> failures = new ArrayList<>();

	@Test
	void whatComesBeforeAConnectionWaitsForIt() {
		Outbox outbox = outbox(10, 1000);
		outbox.put(command("a"));
		outbox.put(audio("b"));
		outbox.connect(this.connection);
		assertThat(this.connection.types()).containsExactly("a", "b");
	}

	@Test
	void onlyRecentAudioWaitsWhileTheConnectionIsGone() {
		Outbox outbox = outbox(100, 1000);
		for (int i = 1; i <= 5; i++) {
			outbox.put(audio("a" + i));
		}
		outbox.put(command("c"));
		outbox.disconnect(2 * AUDIO_BYTES);
		outbox.put(audio("a6"));
		assertThat(outbox.dropped().frames()).isEqualTo(4);
		assertThat(outbox.dropped().bytes()).isEqualTo(4 * AUDIO_BYTES);
		outbox.connect(this.connection);
		assertThat(this.connection.types()).containsExactly("a5", "c", "a6");
	}

	@Test
	void audioThatWaitsHasNoBoundOfItsOwnWhileTheConnectionIsThere() {
		Outbox outbox = outbox(100, 1000);
		outbox.disconnect(AUDIO_BYTES);
		outbox.connect(this.connection);
		hold(outbox);
		outbox.put(audio("a1"));
		outbox.put(audio("a2"));
		assertThat(release()).containsExactly("first", "a1", "a2");
	}

	@Test
	void whatHasToComeFirstComesBeforeWhatWaits() {
		Outbox outbox = outbox(10, 1000);
		outbox.put(command("c"));
		outbox.putFirst(List.of(command("a"), command("b")));
		outbox.connect(this.connection);
		assertThat(this.connection.types()).containsExactly("a", "b", "c");
	}

	@Test
	void frameOfAConnectionThatIsGoneDoesNotCountForTheNext() {
		Outbox outbox = open(10, 1000);
		hold(outbox);
		ScriptedConnection next = new ScriptedConnection(new Deaf());
		next.holdSends();
		outbox.disconnect(0);
		outbox.connect(next);
		outbox.put(command("a"));
		outbox.put(command("b"));
		this.connection.completeSend();
		assertThat(next.types()).containsExactly("a");
	}

	@Test
	void oneFrameIsInFlightAtATime() {
		Outbox outbox = open(10, 1000);
		this.connection.holdSends();
		outbox.put(command("a"));
		outbox.put(audio("b"));
		outbox.put(command("c"));
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
		outbox.put(command("a"));
		outbox.put(command("b"));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(command("c")))
			.withMessageContaining("2 events of 24 bytes");
		this.connection.completeSend();
		outbox.put(command("d"));
		assertThat(release()).containsExactly("first", "a", "b", "d");
	}

	@Test
	void tooManyBytesAreRefused() {
		Outbox outbox = open(100, 30);
		hold(outbox);
		outbox.put(command("a"));
		outbox.put(command("b"));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(command("c")));
		assertThat(release()).containsExactly("first", "a", "b");
	}

	@Test
	void audioGivesWayToNewerAudioAndIsCounted() {
		Outbox outbox = open(3, 1000);
		hold(outbox);
		outbox.put(audio("a1"));
		outbox.put(command("c"));
		for (int i = 2; i < 10; i++) {
			outbox.put(audio("a" + i));
		}
		assertThat(outbox.dropped().frames()).isEqualTo(7);
		assertThat(release()).containsExactly("first", "c", "a8", "a9");
	}

	@Test
	void audioGivesWayToControlFrames() {
		Outbox outbox = open(3, 1000);
		hold(outbox);
		outbox.put(audio("a1"));
		outbox.put(audio("a2"));
		outbox.put(audio("a3"));
		outbox.put(command("c1"));
		outbox.put(command("c2"));
		assertThat(outbox.dropped().frames()).isEqualTo(2);
		assertThat(release()).containsExactly("first", "a3", "c1", "c2");
	}

	@Test
	void audioIsDroppedWhenOnlyControlFramesWait() {
		Outbox outbox = open(1, 1000);
		hold(outbox);
		outbox.put(command("c"));
		outbox.put(audio("a"));
		assertThat(outbox.dropped().frames()).isEqualTo(1);
		assertThat(release()).containsExactly("first", "c");
	}

	@Test
	void frameThatNeverFitsDropsNothingElse() {
		Outbox outbox = open(10, 50);
		hold(outbox);
		outbox.put(audio("a"));
		outbox.put(audio("x".repeat(60)));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.put(command("y".repeat(60))));
		assertThat(outbox.dropped().frames()).isEqualTo(1);
		assertThat(release()).containsExactly("first", "a");
	}

	@Test
	void serverThatReadsAgainGetsControlFramesInOrderAndRecentAudio() {
		Outbox outbox = open(50, 1_000_000);
		hold(outbox);
		List<String> control = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			outbox.put(audio("audio" + i));
			if (i % 50 == 0) {
				control.add("control" + i);
				outbox.put(command("control" + i));
			}
		}
		List<String> sent = release();
		assertThat(sent).hasSize(51).endsWith("audio499");
		assertThat(sent.stream().filter((type) -> type.startsWith("control"))).containsExactlyElementsOf(control);
		assertThat(outbox.dropped().frames()).isEqualTo(500 + 10 - 50);
	}

	@Test
	void requestsArePromisedRoom() {
		Outbox outbox = open(2, 1000);
		hold(outbox);
		outbox.put(command("a"));
		outbox.requireRoom(0);
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.requireRoom(1));
		outbox.put(command("b"));
		outbox.putPromised(command("c"));
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(() -> outbox.requireRoom(0));
		assertThat(release()).containsExactly("first", "a", "b", "c");
	}

	@Test
	void sendsThatCompleteAtOnceDoNotOverflowTheStack() {
		Outbox outbox = outbox(200_000, Long.MAX_VALUE);
		for (int i = 0; i < 100_000; i++) {
			outbox.put(command("a"));
		}
		outbox.connect(this.connection);
		assertThat(this.connection.sent()).hasSize(100_000);
	}

	@Test
	void failureIsToldAndNothingMoreIsSent() {
		Outbox outbox = open(10, 1000);
		this.connection.failSends(new IllegalStateException("broken"));
		outbox.put(command("a"));
		outbox.put(command("b"));
		this.connection.expect("a");
		this.connection.expectNothingMore();
		assertThat(this.failures).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void connectionThatThrowsIsAFailure() {
		Outbox outbox = open(10, 1000);
		this.connection.throwOnSend(new IllegalStateException("broken"));
		outbox.put(command("a"));
		assertThat(this.failures).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void whenEmptyWaitsForWhatIsQueued() {
		Outbox outbox = open(10, 1000);
		hold(outbox);
		outbox.put(command("a"));
		outbox.whenEmpty(() -> this.connection.close(1000, "OK"));
		this.connection.completeSend();
		assertThat(this.connection.calls()).isEmpty();
		this.connection.completeSend();
		assertThat(this.connection.calls()).containsExactly("close 1000");
		assertThat(this.connection.types()).containsExactly("first", "a");
	}

	private Outbox outbox(int frames, long bytes) {
		return new OutboxHolder(new SessionLimits(1, 1, frames, bytes)).outbox;
	}

	private Outbox open(int frames, long bytes) {
		Outbox outbox = outbox(frames, bytes);
		outbox.connect(this.connection);
		return outbox;
	}

	// The server stops reading while it gets its first frame
	private void hold(Outbox outbox) {
		this.connection.holdSends();
		outbox.put(command("first"));
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

	private static OutboundFrame command(String type) {
		return OutboundFrame.of("{\"type\":\"" + type + "\"}");
	}

	private static OutboundFrame audio(String type) {
		return OutboundFrame.audio(command(type).text(), AUDIO_BYTES);
	}

	/**
	 * Does what a session does when a frame was sent.
	 */
	private final class OutboxHolder {

		private final Outbox outbox;

		private OutboxHolder(SessionLimits limits) {
			this.outbox = new Outbox(limits, (frame) -> {
			}, this::sent);
		}

		private void sent(TransportConnection target, Throwable error) {
			if (error == null) {
				this.outbox.sent(target);
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
