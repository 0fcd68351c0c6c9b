package io.realtime4j.simulator.carrier;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks by the media stream of a carrier, which are the same for all of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CarrierAttackTests {

	static final Duration PATIENCE = CarrierApplication.PATIENCE;

	private CarrierApplication<?> application;

	/**
	 * Start an application.
	 * @param startTimeout how long a stream may take to start
	 */
	abstract CarrierApplication<?> startApplication(String startTimeout);

	/**
	 * Open a stream that may start.
	 */
	abstract CarrierStream open(String from);

	/**
	 * Open a stream, and start it.
	 */
	abstract CarrierStream started(String from);

	/**
	 * Return what is seen of a close code.
	 */
	int code(int closeCode) {
		return closeCode;
	}

	/**
	 * Send a message that is none.
	 */
	void sendNonsense(CarrierStream stream) {
		stream.send("no json");
	}

	/**
	 * Send a message that is larger than any may be.
	 */
	void sendTooMuch(CarrierStream stream) {
		stream.send("{\"event\":\"media\",\"x\":\"" + "x".repeat(64 * 1024) + "\"}");
	}

	@BeforeAll
	void start() {
		this.application = startApplication("1m");
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	final CarrierApplication<?> application() {
		return this.application;
	}

	@Test
	void audioBeforeTheStartIsRefused() {
		CarrierStream stream = open("+32");
		stream.media(new byte[160], 0);
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(code(1008));
	}

	@Test
	void streamThatNeverStartsIsClosed() {
		CarrierApplication<?> patient = this.application;
		try (CarrierApplication<?> impatient = startApplication("1s")) {
			this.application = impatient;
			assertThat(open("+31").awaitClose(PATIENCE)).isEqualTo(code(1008));
		}
		finally {
			this.application = patient;
		}
	}

	@Test
	void messageThatIsNoneEndsTheCall() {
		CarrierStream stream = open("+30");
		sendNonsense(stream);
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(code(1007));
	}

	@Test
	void messageThatIsTooLargeEndsTheCall() {
		CarrierStream stream = started("+19");
		sendTooMuch(stream);
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(code(1009));
	}

	@Test
	void floodEndsTheCall() {
		CarrierStream messages = started("+20");
		for (int i = 0; i < 20_000; i++) {
			messages.key('1');
		}
		assertThat(messages.awaitClose(PATIENCE)).isEqualTo(code(1008));
		CarrierStream audio = started("+21");
		byte[] second = new byte[1000 * audio.codec().bytesPerMilli()];
		for (int i = 0; i < 40; i++) {
			audio.media(second, 1000L * i);
		}
		assertThat(audio.awaitClose(PATIENCE)).isEqualTo(code(1008));
	}

}
