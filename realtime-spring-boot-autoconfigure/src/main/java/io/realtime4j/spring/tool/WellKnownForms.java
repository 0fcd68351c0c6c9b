package io.realtime4j.spring.tool;

import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms in JSON of types of the JDK that are written as a text or a number. The
 * example says the form to the model where no standard format does: times without an
 * offset have none.
 */
final class WellKnownForms {

	private static final String INSTANT = "2026-11-30T19:00:00Z";

	private static final String OFFSET = "2026-11-30T19:00:00+01:00";

	private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
			Map.entry(LocalDate.class, new Form("string", "date", "2026-11-30")),
			Map.entry(LocalDateTime.class, new Form("string", null, "2026-11-30T19:00:00")),
			Map.entry(LocalTime.class, new Form("string", null, "19:00:00")),
			Map.entry(Instant.class, new Form("string", "date-time", INSTANT)),
			Map.entry(OffsetDateTime.class, new Form("string", "date-time", OFFSET)),
			Map.entry(ZonedDateTime.class, new Form("string", "date-time", OFFSET)),
			Map.entry(OffsetTime.class, new Form("string", "time", "19:00:00+01:00")),
			Map.entry(Date.class, new Form("string", "date-time", INSTANT)),
			Map.entry(Calendar.class, new Form("string", "date-time", INSTANT)),
			Map.entry(Duration.class, new Form("string", "duration", "PT1H30M")),
			Map.entry(Period.class, new Form("string", "duration", "P2D")),
			Map.entry(Year.class, new Form("integer", null, "2026")),
			Map.entry(YearMonth.class, new Form("string", null, "2026-11")),
			Map.entry(MonthDay.class, new Form("string", null, "--11-30")),
			Map.entry(ZoneId.class, new Form("string", null, "Europe/Berlin")),
			Map.entry(ZoneOffset.class, new Form("string", null, "+01:00")),
			Map.entry(TimeZone.class, new Form("string", null, "Europe/Berlin")),
			Map.entry(UUID.class, new Form("string", "uuid", null)),
			Map.entry(URI.class, new Form("string", "uri", "https://example.org/")),
			Map.entry(URL.class, new Form("string", "uri", "https://example.org/")),
			Map.entry(InetAddress.class, new Form("string", null, "192.0.2.1")),
			Map.entry(Path.class, new Form("string", null, "notes.txt")),
			Map.entry(Locale.class, new Form("string", null, "en-US")),
			Map.entry(Currency.class, new Form("string", null, "EUR")),
			Map.entry(Charset.class, new Form("string", null, "UTF-8")),
			Map.entry(byte[].class, new Form("string", null, "AAEC")));

	private WellKnownForms() {
	}

	static @Nullable ObjectNode find(Class<?> type, JsonMapper json) {
		Form form = FORMS.get(type);
		return (form != null) ? form.schema(json) : null;
	}

	/**
	 * The form of a type.
	 */
	private record Form(String type, @Nullable String format, @Nullable String example) {

		ObjectNode schema(JsonMapper json) {
			ObjectNode schema = json.createObjectNode().put("type", this.type);
			if (this.format != null) {
				schema.put("format", this.format);
			}
			if (this.example != null) {
				JsonNode value = this.type.equals("integer") ? json.readTree(this.example)
						: json.valueToTree(this.example);
				schema.putArray("examples").add(value);
			}
			return schema;
		}

	}

}
