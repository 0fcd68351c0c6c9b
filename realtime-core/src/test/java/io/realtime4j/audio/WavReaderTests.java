package io.realtime4j.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for what {@link WavReader} refuses.
 */
class WavReaderTests {

	private static final String NO_WAV = "not a RIFF/WAVE file; other formats, such as MP3, must be converted first";

	private static final byte[] PCM16 = { 1, 2, 3, 4, 5, 6, -7, -8 };

	@Test
	void otherFilesAreRefused() {
		assertFails(new byte[0], NO_WAV);
		assertFails("ID3 this is something else".getBytes(StandardCharsets.US_ASCII), NO_WAV);
		assertFails("RIFF\0\0\0\0AVI LIST".getBytes(StandardCharsets.US_ASCII), NO_WAV);
	}

	@Test
	void fileThatIsRefusedIsNamed(@TempDir Path directory) throws IOException {
		Path song = Files.writeString(directory.resolve("song.mp3"), "ID3 this is something else");
		assertThatIOException().isThrownBy(() -> WavFile.read(song)).withMessage(song + ": " + NO_WAV);
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> WavFile.read(directory.resolve("none")));
	}

	@Test
	void truncatedFilesAreRefused() {
		byte[] file = new WavBuilder().chunk("LIST", new byte[6]).format(1, 1, 24000, 16).chunk("data", PCM16).build();
		for (int length = 12; length < file.length; length++) {
			byte[] part = Arrays.copyOf(file, length);
			assertThatIOException().isThrownBy(() -> WavFile.read(part)).withMessageStartingWith("truncated: ");
		}
		assertFails(Arrays.copyOf(file, file.length - 3),
				"truncated: the 'data' chunk declares 8 bytes but only 5 follow");
		assertFails(new WavBuilder().format(1, 1, 24000, 16).build(),
				"truncated: the file ends before its 'data' chunk");
	}

	@Test
	void sizesThatLieAreRefusedWithoutAllocatingThem() {
		assertFails(new WavBuilder().format(1, 1, 24000, 16).chunk("data", 0x7FFE_FFFEL, PCM16).build(),
				"truncated: the 'data' chunk declares 2147418110 bytes but only 8 follow");
		assertFails(new WavBuilder().chunk("LIST", 0xFFFF_FFFFL, PCM16).build(),
				"truncated: the file ends within a chunk that declares more bytes");
		assertFails(new WavBuilder().chunk("fmt ", 0xFFFF_FFFFL, PCM16).build(),
				"truncated: the file ends within its 'fmt ' chunk");
	}

	@Test
	void moreThanTheLimitIsRefused() throws IOException {
		byte[] file = WavBuilder.file(1, 1, 24000, 16, new byte[20_000]);
		assertThat(WavFile.read(new ByteArrayInputStream(file), 20_000).samples()).isEqualTo(10_000);
		assertThatIOException().isThrownBy(() -> WavFile.read(new ByteArrayInputStream(file), 19_999))
			.withMessage("too long: more than 19999 bytes of mono PCM16");
	}

	@ParameterizedTest
	@CsvSource({ "85,16", "1,12", "1,64", "3,64", "2,4", "7,16", "0,0" })
	void unsupportedEncodingsAreNamed(int tag, int bits) {
		assertFails(WavBuilder.file(tag, 1, 24000, bits, PCM16),
				"unsupported WAVE encoding: format tag " + tag + " with " + bits + " bits");
	}

	@Test
	void impossibleFormatsAreRefused() {
		assertFails(WavBuilder.file(1, 0, 24000, 16, PCM16), "invalid WAVE format: no channels");
		assertFails(WavBuilder.file(1, 1, 0, 16, PCM16), "invalid WAVE format: a sample rate of 0 Hz");
		assertFails(WavBuilder.file(1, 1, -1, 16, PCM16), "invalid WAVE format: a sample rate of 4294967295 Hz");
		assertFails(new WavBuilder().chunk("fmt ", new byte[14]).build(),
				"invalid WAVE format: a 'fmt ' chunk of 14 bytes");
		assertFails(new WavBuilder().chunk("data", PCM16).build(),
				"invalid WAVE file: no 'fmt ' chunk before the 'data' chunk");
		byte[] file = WavBuilder.file(1, 2, 24000, 16, PCM16);
		file[32] = 3;
		assertFails(file, "invalid WAVE format: a block of 3 bytes for 2 channel(s) of 16 bits");
	}

	@Test
	void unknownSubFormatsAreRefused() {
		byte[] file = new WavBuilder().extensible(1, 1, 24000, 16).chunk("data", PCM16).build();
		file[12 + 8 + 39] = 0;
		assertFails(file, "unsupported WAVE encoding: an unknown sub-format of WAVE_FORMAT_EXTENSIBLE");
		assertFails(WavBuilder.file(0xFFFE, 1, 24000, 16, PCM16),
				"invalid WAVE format: WAVE_FORMAT_EXTENSIBLE without a sub-format");
	}

	private void assertFails(byte[] content, String message) {
		assertThatIOException().isThrownBy(() -> WavFile.read(content)).withMessage(message);
	}

}
