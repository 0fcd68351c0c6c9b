package io.realtime4j.spring.tool;

import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.LogicalType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for types whose form in JSON is not that of their members: what the schema says
 * is what is bound.
 */
class ToolTypesTests {

	private final ToolBeans tools = new ToolBeans(Desk.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					textualEnum  | {"type":"string","enum":["small","large"]}            | "small"         | SMALL
					valueEnum    | {"type":"integer","enum":[1,2]}                       | 2               | TWO
					creatorEnum  | {"type":"string","enum":["s","l"]}                    | "l"             | LONG
					namedEnum    | {"type":"string","enum":["in-side","GARDEN"]}         | "in-side"       | INSIDE
					month        | {"type":"integer","enum":[1,2,3,4,5,6,7,8,9,10,11,12]} | 5             | MAY
					locale       | {"type":"string","examples":["en-US"]}                | "de-AT"         | de_AT
					currency     | {"type":"string","examples":["EUR"]}                  | "CHF"           | CHF
					url          | {"type":"string","format":"uri","examples":["https://example.org/"]} | "https://a.example/" | https://a.example/
					uri          | {"type":"string","format":"uri","examples":["https://example.org/"]} | "urn:a"  | urn:a
					uuid         | {"type":"string","format":"uuid"}                      | "9f5b2a1e-4c3d-4e8f-a1b2-c3d4e5f60718" | 9f5b2a1e-4c3d-4e8f-a1b2-c3d4e5f60718
					zone         | {"type":"string","examples":["Europe/Berlin"]}        | "Asia/Tokyo"    | Asia/Tokyo
					address      | {"type":"string","examples":["192.0.2.1"]}            | "192.0.2.7"     | /192.0.2.7
					duration     | {"type":"string","format":"duration","examples":["PT1H30M"]} | "PT5M"  | PT5M
					instant      | {"type":"string","format":"date-time","examples":["2026-11-30T19:00:00Z"]} | "2026-01-01T00:00:00Z" | 2026-01-01T00:00:00Z
					year         | {"type":"integer","examples":[2026]}                  | 1999            | 1999
					letter       | {"type":"string","minLength":1,"maxLength":1}         | "x"             | x
					bytes        | {"type":"string","examples":["AAEC"]}                 | "AAEC"          | 3
					atomic       | {"type":"integer"}                                    | 7               | 7
					valueRecord  | {"type":"string"}                                     | "12b"           | room 12b
					delegating   | {"type":"integer"}                                    | 4               | table 4
					fromText     | {"type":"string"}                                     | "a-b"           | a and b
					strict       | {"type":"string"}                                     | "ABC"           | ABC
					scalar       | {"type":"string"}                                     | "12.50 EUR"     | 12.50 of EUR
					number       | {"type":"number"}                                     | 5               | 5 degrees
					anything     | {}                                                    | {"a":1}         | {a=1}
					""")
	void formIsThatOfJackson(String name, String schema, String value, String bound) throws Exception {
		assertThat(this.tools.schema(name).at("/properties/value").toString()).isEqualTo(schema);
		assertThat(this.tools.call(name, "{\"value\":" + value + "}")).isEqualTo(bound);
	}

	static class Desk {

		@RealtimeTool
		String textualEnum(Size value) {
			return value.name();
		}

		@RealtimeTool
		String valueEnum(Count value) {
			return value.name();
		}

		@RealtimeTool
		String creatorEnum(Length value) {
			return value.name();
		}

		@RealtimeTool
		String namedEnum(Area value) {
			return value.name();
		}

		@RealtimeTool
		String month(Month value) {
			return value.name();
		}

		@RealtimeTool
		String locale(Locale value) {
			return value.toString();
		}

		@RealtimeTool
		String currency(Currency value) {
			return value.toString();
		}

		@RealtimeTool
		String url(URL value) {
			return value.toString();
		}

		@RealtimeTool
		String uri(URI value) {
			return value.toString();
		}

		@RealtimeTool
		String uuid(UUID value) {
			return value.toString();
		}

		@RealtimeTool
		String zone(ZoneId value) {
			return value.toString();
		}

		@RealtimeTool
		String address(InetAddress value) {
			return value.toString();
		}

		@RealtimeTool
		String duration(Duration value) {
			return value.toString();
		}

		@RealtimeTool
		String instant(Instant value) {
			return value.toString();
		}

		@RealtimeTool
		String year(Year value) {
			return value.toString();
		}

		@RealtimeTool
		String letter(char value) {
			return String.valueOf(value);
		}

		@RealtimeTool
		String bytes(byte[] value) {
			return String.valueOf(value.length);
		}

		@RealtimeTool
		String atomic(AtomicInteger value) {
			return value.toString();
		}

		@RealtimeTool
		String valueRecord(Room value) {
			return "room " + value.number();
		}

		@RealtimeTool
		String delegating(Table value) {
			return "table " + value.number;
		}

		@RealtimeTool
		String fromText(Pair value) {
			return value.left + " and " + value.right;
		}

		@RealtimeTool
		String strict(Code value) {
			return value.code();
		}

		@RealtimeTool
		String scalar(Amount value) {
			return value.number() + " of " + value.unit();
		}

		@RealtimeTool
		String number(Temperature value) {
			return value.degrees() + " degrees";
		}

		@RealtimeTool
		String anything(Object value) {
			return value.toString();
		}

		@RealtimeTool
		String dates(Date date, ZonedDateTime time) {
			return date + " " + time;
		}

	}

	enum Size {

		SMALL, LARGE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	enum Count {

		ONE(1), TWO(2);

		@JsonValue
		final int number;

		Count(int number) {
			this.number = number;
		}

	}

	enum Length {

		SHORT, LONG;

		@JsonValue
		String letter() {
			return name().substring(0, 1).toLowerCase(Locale.ROOT);
		}

		@JsonCreator
		static Length of(String letter) {
			return letter.equals("s") ? SHORT : LONG;
		}

	}

	enum Area {

		@JsonProperty("in-side")
		INSIDE, @JsonEnumDefaultValue
		GARDEN

	}

	record Room(@JsonValue String number) {
	}

	static final class Table {

		final int number;

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		Table(int number) {
			this.number = number;
		}

	}

	static final class Pair {

		final String left;

		final String right;

		private Pair(String left, String right) {
			this.left = left;
			this.right = right;
		}

		@JsonCreator
		static Pair of(String text) {
			String[] parts = text.split("-");
			return new Pair(parts[0], parts[1]);
		}

	}

	record Code(@JsonValue String code) {

		Code {
			if (!code.matches("[A-Z]{3}")) {
				throw new IllegalArgumentException("no code");
			}
		}

	}

	@JsonDeserialize(using = AmountDeserializer.class)
	record Amount(String number, String unit) {
	}

	static final class AmountDeserializer extends StdDeserializer<Amount> {

		AmountDeserializer() {
			super(Amount.class);
		}

		@Override
		public Amount deserialize(JsonParser parser, DeserializationContext context) {
			String[] parts = parser.getValueAsString().split(" ");
			return new Amount(parts[0], parts[parts.length - 1]);
		}

	}

	@JsonDeserialize(using = TemperatureDeserializer.class)
	record Temperature(int degrees) {
	}

	static final class TemperatureDeserializer extends StdDeserializer<Temperature> {

		TemperatureDeserializer() {
			super(Temperature.class);
		}

		@Override
		public LogicalType logicalType() {
			return LogicalType.Float;
		}

		@Override
		public Temperature deserialize(JsonParser parser, DeserializationContext context) {
			return new Temperature((int) parser.getDoubleValue());
		}

	}

}
