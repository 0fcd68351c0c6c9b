package io.realtime4j.sample.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpokenTimeTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

	@ParameterizedTest
	@CsvSource({ "today, noon, 2026-11-23T12:00", "Tonight, 7 pm, 2026-11-23T19:00",
			"tomorrow, 7:30 p.m., 2026-11-24T19:30", "2026-12-24, 19:00, 2026-12-24T19:00",
			"Friday, 8, 2026-11-27T20:00", "next friday, 8 o'clock, 2026-11-27T20:00",
			"monday, 12 pm, 2026-11-30T12:00", "today, 11:15 am, 2026-11-23T11:15", "today, 12 am, 2026-11-23T00:00",
			"today, 9:45, 2026-11-23T21:45" })
	void whatPeopleAndModelsSayIsUnderstood(String date, String time, LocalDateTime expected) {
		assertThat(SpokenTime.parse(date, time, MONDAY)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "someday, 7 pm", "tomorrow, late", "tomorrow, 25:00", "2026-13-01, 19:00", "tomorrow, 7:75" })
	void nonsenseIsRefused(String date, String time) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> SpokenTime.parse(date, time, MONDAY))
			.withMessageContaining(date)
			.withMessageContaining(time);
	}

}
