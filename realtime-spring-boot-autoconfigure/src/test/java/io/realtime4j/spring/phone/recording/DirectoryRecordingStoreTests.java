package io.realtime4j.spring.phone.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DirectoryRecordingStore}.
 */
class DirectoryRecordingStoreTests {

	private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-29T10:50:24.5Z"));

	@TempDir
	private Path temporary;

	@Test
	void fileIsNamedByTimeCarrierAndCall() throws IOException {
		Path directory = this.temporary.resolve("calls/recorded");
		Path file = recording("one");
		assertThat(new DirectoryRecordingStore(directory, CLOCK).keep(call("CA1"), file))
			.isEqualTo(directory.resolve("20261129T105024Z-twilio-CA1.wav").toUri());
		assertThat(directory.resolve("20261129T105024Z-twilio-CA1.wav")).hasContent("one");
		assertThat(file).doesNotExist();
	}

	@Test
	void fileThatIsThereIsNotReplaced() throws IOException {
		CallRecordingStore store = new DirectoryRecordingStore(this.temporary, CLOCK);
		store.keep(call("CA1"), recording("one"));
		assertThat(store.keep(call("CA1"), recording("two")))
			.isEqualTo(this.temporary.resolve("20261129T105024Z-twilio-CA1-2.wav").toUri());
		assertThat(this.temporary.resolve("20261129T105024Z-twilio-CA1.wav")).hasContent("one");
	}

	@Test
	void idOfTheCarrierLeadsNowhereElse() throws IOException {
		CallRecordingStore store = new DirectoryRecordingStore(this.temporary, CLOCK);
		assertThat(store.keep(call("../../etc/" + "x".repeat(300)), recording("one")))
			.isEqualTo(this.temporary.resolve("20261129T105024Z-twilio-______etc_" + "x".repeat(70) + ".wav").toUri());
	}

	private Path recording(String content) throws IOException {
		Path file = Files.createTempFile(this.temporary, "call", ".tmp");
		return Files.writeString(file, content);
	}

	private static PhoneCall call(String id) {
		PhoneCall call = mock(PhoneCall.class);
		given(call.caller()).willReturn(new PhoneCaller("twilio", id, null, Map.of()));
		return call;
	}

}
