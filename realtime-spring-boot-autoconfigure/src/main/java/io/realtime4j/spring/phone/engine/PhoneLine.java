package io.realtime4j.spring.phone.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;

import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageConnection;
import io.realtime4j.spring.bridge.connection.PageProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.CloseStatus;

/**
 * One connection of a carrier, which brings one call.
 */
final class PhoneLine implements PageProtocol {

	private static final CloseStatus NO_START = CloseStatus.POLICY_VIOLATION.withReason("The call must start first");

	private final PhoneLines lines;

	private final PhoneDialect dialect;

	private final PageConnection connection;

	private final Duration startTimeout;

	private volatile @Nullable Future<?> startTimer;

	private volatile PhoneLines.@Nullable Begun begun;

	private volatile boolean over;

	PhoneLine(PhoneLines lines, PhoneDialect dialect, PageConnection connection, Duration startTimeout) {
		this.lines = lines;
		this.dialect = dialect;
		this.connection = connection;
		this.startTimeout = startTimeout;
	}

	@Override
	public void onOpen() {
		this.startTimer = this.connection.schedule(this.startTimeout, () -> this.connection.close(NO_START));
	}

	@Override
	public void onText(String text) {
		on(this.dialect.read(text));
	}

	@Override
	public void onBinary(ByteBuffer content) {
		on(this.dialect.read(content));
	}

	private void on(CarrierMessage message) {
		PhoneLines.Begun current = this.begun;
		if (message instanceof CarrierMessage.Start start && current == null) {
			begin(start);
		}
		else if (message instanceof CarrierMessage.Stop) {
			this.connection.close(CloseReasons.ENDED);
		}
		else if (message instanceof CarrierMessage.Ignored) {
			// Nothing is to be done
		}
		else if (current == null || message instanceof CarrierMessage.Start) {
			throw new BadFrameException(NO_START);
		}
		else {
			current.on(message);
		}
	}

	private void begin(CarrierMessage.Start start) {
		cancelStartTimer();
		PhoneLines.Begun call = this.lines.begin(start.caller(), this.dialect, this.connection);
		this.begun = call;
		if (this.over && call != null) {
			call.call().onDisconnect();
		}
	}

	private void cancelStartTimer() {
		Future<?> timer = this.startTimer;
		if (timer != null) {
			timer.cancel(false);
		}
	}

	@Override
	public void onClosed(boolean forGood) {
		this.over = true;
		cancelStartTimer();
		PhoneLines.Begun current = this.begun;
		if (current != null) {
			current.call().onDisconnect();
		}
		else {
			this.lines.abandon(this.dialect);
		}
	}

}
