package io.realtime4j.simulator.model.standard;

import java.time.LocalDate;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TemporalForm}.
 */
class TemporalFormTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

	@ParameterizedTest
	@CsvSource({ ",2026-11-30", "tonight,2026-11-30", "Tomorrow,2026-12-01", "yesterday,2026-11-29",
			"next Friday,2026-12-04", "Monday,2026-12-07", "2027-01-02,2027-01-02", "2027-13-02,2026-11-30" })
	void dateIsWrittenAsTheFormatAsksFor(@Nullable String spoken, String written) {
		assertThat(form("{'format':'date'}").write(spoken, null, MONDAY)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ ",12:00:00Z", "noon,12:00:00Z", "midnight,00:00:00Z", "7:30 pm,19:30:00Z", "12 a.m.,00:00:00Z",
			"12 pm,12:00:00Z", "5 o'clock,05:00:00Z", "18:05,18:05:00Z" })
	void timeIsWrittenAsTheFormatAsksFor(@Nullable String spoken, String written) {
		assertThat(form("{'format':'time'}").write(null, spoken, MONDAY)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-30T19:00:00,2026-12-01T08:00:00", "2026-11-30T19:00:00+01:00,2026-12-01T08:00:00+01:00",
			"19:00:00,08:00:00", "2026-11-30,2026-12-01" })
	void exampleTellsTheForm(String example, String written) {
		assertThat(form("{'examples':['" + example + "']}").write("tomorrow", "8 am", MONDAY)).isEqualTo(written);
	}

	@Test
	void momentHasDateTimeAndOffset() {
		assertThat(form("{'format':'date-time'}").write("tomorrow", "8 am", MONDAY)).isEqualTo("2026-12-01T08:00:00Z");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}", "{'examples':['Paris']}", "{'format':'uuid'}", "{'examples':['']}" })
	void otherTextHasNoForm(String schema) {
		assertThat(form(schema)).isNull();
	}

	private static @Nullable TemporalForm form(String schema) {
		return TemporalForm.of(Json.parse(schema.replace('\'', '"')));
	}

}
