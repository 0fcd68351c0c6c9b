package io.realtime4j.sample.ring;

import java.io.IOException;
import java.nio.file.Path;

import io.realtime4j.sample.FrontDeskApplication;
import io.realtime4j.sample.desk.Booking;
import io.realtime4j.sample.desk.BookingBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A recorded caller rings, books a table, interrupts, presses a key and is hung up on.
 */
@ExtendWith(OutputCaptureExtension.class)
class RingTests {

	@TempDir
	private Path directory;

	@Test
	void aTableIsBookedByPhoneAndBothSidesAreHeardInTheRecording(CapturedOutput output) throws IOException {
		Path file = this.directory.resolve("call.wav");
		ConfigurableApplicationContext desk = ring("--recording=" + file);
		assertThat(desk.getBean(BookingBook.class).all()).singleElement()
			.returns("Ada", Booking::name)
			.returns(4, Booking::guests);
		assertThat(SpringApplication.exit(desk)).isZero();
		assertThat(output).containsSubsequence("Desk    The Corner Table, hello.", "Caller  Hello. Please book a table",
				"Tool    book_table {", "Caller  Thank you, that is all.", "Key     #", "End     SESSION_ENDED",
				"Heard", "Written");
		assertThat(output).contains("Booked: a table for 4").containsPattern("interrupted when \\d+\\.\\d s of it");
		assertBothSides(new StereoRecording(file));
	}

	private static void assertBothSides(StereoRecording recording) {
		int caller = recording.firstSound(StereoRecording.CALLER);
		int desk = recording.firstSound(StereoRecording.DESK);
		// The desk greets before the caller speaks
		assertThat(desk).isLessThan(caller);
		// The caller speaks twice, and the second time into the answer, which ends then
		int booked = recording.firstPause(StereoRecording.CALLER, caller, 1500);
		int interrupts = recording.nextSound(StereoRecording.CALLER, booked);
		int answers = recording.nextSound(StereoRecording.DESK, booked);
		assertThat(answers).isBetween(booked, interrupts);
		int silenced = recording.firstPause(StereoRecording.DESK, interrupts, 300);
		assertThat(recording.nextSound(StereoRecording.DESK, silenced)).as("the farewell").isGreaterThan(silenced);
	}

	@Test
	void aPlaceThatCannotHoldTheRecordingIsNamed(CapturedOutput output) {
		ConfigurableApplicationContext desk = ring("--recording=" + this.directory.resolve("nowhere/call.wav"));
		assertThat(SpringApplication.exit(desk)).isOne();
		assertThat(output.getErr()).contains("The recording cannot be written to").contains("nowhere");
	}

	@Test
	void aDeskThatSaysNothingIsNamed(CapturedOutput output) {
		ConfigurableApplicationContext desk = ring("--patience=1ms",
				"--recording=" + this.directory.resolve("call.wav"));
		assertThat(SpringApplication.exit(desk)).isOne();
		assertThat(output.getErr()).contains("The call went wrong: The caller heard no end of it");
	}

	private static ConfigurableApplicationContext ring(String... options) {
		String[] all = new String[options.length + 2];
		all[0] = "--ring";
		all[1] = "--realtime.api-key=";
		System.arraycopy(options, 0, all, 2, options.length);
		return FrontDeskApplication.open(all);
	}

}
