package io.realtime4j.sample.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What the worklets of the page do to each sample, in the time of the audio itself.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "logging.level.org.openqa.selenium=error" })
@ExtendWith(SharedBrowsers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkletTests {

	/**
	 * A fade of 5 ms from half of the full level.
	 */
	private static final double STEP_OF_FADE = 0.5 / 120;

	private static final double BLOCK_SECONDS = 128 / 24_000.0;

	@LocalServerPort
	private int port;

	private DeskPage page;

	@BeforeAll
	void openPage(Browsers browsers) {
		this.page = new DeskPage(browsers, Chromium.refusing(), this.port);
		this.page.open();
	}

	@AfterAll
	void closePage() {
		if (this.page != null) {
			this.page.close();
		}
	}

	@Test
	void playingBeginsWhenEnoughWaits() {
		Map<String, Object> sound = play(1, at(0, "part"), audio(0, 0.05), audio(0.2, 0.06), at(0.5, "end"));
		assertThat(number(sound, "first")).isEqualTo(0.2, within(BLOCK_SECONDS));
		assertThat(number(sound, "sounding")).isEqualTo(0.11 + 0.005, within(0.002));
	}

	@Test
	void littleIsPlayedWhenAllIsThereOrNothingMoreComes() {
		assertThat(number(play(1, at(0, "part"), audio(0, 0.05), at(0, "end")), "first")).isZero();
		assertThat(number(play(1, at(0, "part"), audio(0, 0.05)), "first")).isEqualTo(0.25, within(2 * BLOCK_SECONDS));
	}

	@Test
	void whatComesLateIsPlayedAfterASilenceWithoutClicks() {
		Map<String, Object> sound = play(2, at(0, "part"), audio(0, 0.3), audio(0.6, 0.3), at(0.7, "end"));
		assertThat(number(sound, "sounding")).isEqualTo(0.6 + 2 * 0.005, within(0.002));
		assertThat(number(sound, "last")).isEqualTo(0.6 + 0.3 + 0.005, within(2 * BLOCK_SECONDS));
		assertThat(number(sound, "loudestStep")).isLessThanOrEqualTo(STEP_OF_FADE * 1.01);
		assertThat(sound).containsEntry("playing", List.of(true, false, true, false));
		assertThat(sound).containsEntry("ended", List.of(14_400L));
	}

	@Test
	void whatIsClearedIsSilentWithinAFadeAndForgotten() {
		Map<String, Object> sound = play(2, at(0, "part"), audio(0, 1.5), at(0.5, "clear"));
		assertThat(number(sound, "last")).isEqualTo(0.5 + 0.005, within(BLOCK_SECONDS));
		assertThat(number(sound, "loudestStep")).isLessThanOrEqualTo(STEP_OF_FADE * 1.01);
		assertThat(sound).containsEntry("ended", List.of());
	}

	@Test
	void positionsAreToldWhileItPlaysAndAtTheEndOfEachPart() {
		Map<String, Object> sound = play(2, at(0, "part"), audio(0, 0.5), at(0, "end"), at(0, "part", 2),
				audio(0, 0.25), at(0, "end", 2));
		assertThat(sound).containsEntry("ended", List.of(12_000L, 6_000L));
		assertThat((List<?>) sound.get("positions")).hasSizeBetween(7, 9);
		assertThat(number(sound, "last")).isEqualTo(0.75 + 0.005, within(0.002));
	}

	@ParameterizedTest
	@CsvSource({ "48000, 440", "48000, 3000", "44100, 440", "44100, 8000", "24000, 440", "16000, 3000" })
	void theMicrophoneIsHeardAtTheRateOfTheModel(int rate, int frequency) {
		Map<String, Object> heard = hear(rate, frequency);
		assertThat(number(heard, "loudness")).isEqualTo(-9, within(0.2));
		assertThat(number(heard, "rest")).as("what is no part of the tone").isLessThan(-60);
		List<Object> frames = new ArrayList<>((List<?>) heard.get("frames"));
		assertThat(frames).hasSize(24);
		assertThat(frames.subList(0, 23)).as("40 ms each").containsOnly(960L);
	}

	@Test
	void whatTheModelCannotHearDoesNotComeBackAsAnotherTone() {
		assertThat(number(hear(48_000, 13_000), "loudness")).isLessThan(-60);
		assertThat(number(hear(44_100, 18_000), "loudness")).isLessThan(-60);
	}

	private Map<String, Object> play(double seconds, Step... script) {
		return this.page.run("offline.js playback.js", seconds, Stream.of(script).map(Step::arguments).toList());
	}

	private Map<String, Object> hear(int rate, int frequency) {
		return this.page.run("offline.js capture.js", rate, frequency);
	}

	private static Step at(double time, String type) {
		return at(time, type, 1);
	}

	private static Step at(double time, String type, int part) {
		return new Step(time, Map.of("type", type, "part", part));
	}

	private static Step audio(double time, double seconds) {
		return new Step(time, Map.of("type", "audio", "seconds", seconds));
	}

	private static double number(Map<String, Object> result, String name) {
		assertThat(result).containsKey(name);
		return ((Number) result.get(name)).doubleValue();
	}

	/**
	 * A message to the worklet.
	 *
	 * @param time when it comes, in seconds
	 * @param message what it says
	 */
	private record Step(double time, Map<String, Object> message) {

		List<Object> arguments() {
			return List.of(this.time, this.message);
		}

	}

}
