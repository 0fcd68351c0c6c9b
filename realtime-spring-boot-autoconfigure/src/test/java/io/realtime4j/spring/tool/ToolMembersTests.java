package io.realtime4j.spring.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.deser.std.StdDeserializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for types with members: what the schema says of them is what is bound.
 */
class ToolMembersTests {

	private final ToolBeans tools = new ToolBeans(Desk.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			members     | {"first_name":"Ada","since":"30.11.2026","area":"in-side"} | Ada 2026-11-30 INSIDE
			created     | {"given":"Ada"}                             | Ada
			bean        | {"title":"Dr"}                              | Dr null
			unwrapped   | {"name":"Ada","home_street":"Main"}         | Ada in Main
			open        | {"a":1}                                     | {a=1}
			shape       | {"kind":"circle","radius":2.0}              | Circle[radius=2.0]
			shape       | {"kind":"square","side":3}                  | Square[side=3]
			pet         | {"Dog":{"name":"Rex"}}                      | Dog[name=Rex]
			shapes      | [{"kind":"circle","radius":1.0}]            | [Circle[radius=1.0]]
			keys        | {"small":1}                                 | {small=1}
			localeKeys  | {"de-AT":[true]}                            | {de_AT=[true]}
			maybe       | {"first_name":"Ada","since":"30.11.2026","area":"GARDEN"} | Ada 2026-11-30 GARDEN
			money       | "12.50/EUR"                                 | 12.50 in EUR
			priced      | {"price":"9.90/CHF"}                        | 9.90 in CHF
			""")
	void membersAreThoseOfJackson(String name, String value, String bound) throws Exception {
		assertThat(this.tools.call(name, "{\"value\":" + value + "}")).isEqualTo(bound);
	}

	@Test
	void schemaHasTheMembersThatAreRead() {
		assertThat(this.tools.schema("members").at("/properties/value").toString()).isEqualTo("""
				{"type":"object","properties":{"first_name":{"type":"string"},\
				"since":{"type":"string","examples":["30.11.2026"]},\
				"area":{"type":"string","enum":["in-side","GARDEN"]}},\
				"required":["first_name","since","area"],"additionalProperties":false}""");
		assertThat(this.tools.schema("created").at("/properties/value/properties").propertyNames())
			.containsExactly("given");
		assertThat(this.tools.schema("bean").at("/properties/value/properties").propertyNames())
			.containsExactlyInAnyOrder("title", "note");
		assertThat(this.tools.schema("unwrapped").at("/properties/value/required").toString())
			.isEqualTo("[\"name\",\"home_street\"]");
		assertThat(this.tools.schema("open").at("/properties/value").has("additionalProperties")).isFalse();
		assertThat(this.tools.schema("keys").at("/properties/value/propertyNames/enum")).hasSize(2);
		assertThat(this.tools.schema("priced").at("/properties/value/properties/price").toString())
			.isEqualTo("{\"type\":\"string\",\"examples\":[\"1.00/EUR\"]}");
	}

	@Test
	void subtypesAreAlternatives() {
		assertThat(this.tools.schema("shape").at("/properties/value/anyOf/0").toString()).isEqualTo("""
				{"type":"object","properties":{"kind":{"type":"string","const":"circle"},"radius":{"type":"number"}},\
				"required":["kind","radius"],"additionalProperties":false}""");
	}

	@ParameterizedTest
	@CsvSource({ "Unreadable", "Undecided", "Unmade" })
	void whatCannotBeBoundStopsTheStart(String type) throws Exception {
		ToolBeans tools = new ToolBeans(Class.forName(ToolMembersTests.class.getName() + "$" + type));
		assertThatExceptionOfType(ToolDefinitionException.class).isThrownBy(() -> tools.tool("wrong"))
			.withMessageContaining("parameter 'value' (" + ToolMembersTests.class.getName() + "$")
			.withMessageContaining(type + ".wrong(")
			.withMessageContaining("of bean 'tools' cannot be bound to ")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("example = "));
	}

	static class Desk {

		@RealtimeTool
		String members(Guest value) {
			return value.firstName() + " " + value.since() + " " + value.area();
		}

		@RealtimeTool
		String created(Person value) {
			return value.name;
		}

		@RealtimeTool
		String bean(Title value) {
			return value.text + " " + value.note;
		}

		@RealtimeTool
		String unwrapped(Tenant value) {
			return value.name + " in " + value.home.street();
		}

		@RealtimeTool
		String open(Open value) {
			return value.all.toString();
		}

		@RealtimeTool
		String shape(Shape value) {
			return value.toString();
		}

		@RealtimeTool
		String shapes(List<Shape> value) {
			return value.toString();
		}

		@RealtimeTool
		String pet(Pet value) {
			return value.toString();
		}

		@RealtimeTool
		String keys(Map<Size, Integer> value) {
			return value.toString();
		}

		@RealtimeTool
		String localeKeys(Map<Locale, Set<Boolean>> value) {
			return value.toString();
		}

		@RealtimeTool
		String maybe(Optional<Guest> value) {
			return members(value.orElseThrow());
		}

		@RealtimeTool
		String money(@RealtimeToolParam(example = "1.00/EUR") Money value) {
			return value.toString();
		}

		@RealtimeTool
		String priced(Priced value) {
			return value.price().toString();
		}

	}

	enum Size {

		SMALL, LARGE;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	enum Area {

		@JsonProperty("in-side")
		INSIDE, @JsonEnumDefaultValue
		GARDEN

	}

	@JsonDeserialize(using = MoneyDeserializer.class)
	record Money(String amount, String currency) {

		@Override
		public String toString() {
			return this.amount + " in " + this.currency;
		}

	}

	static final class MoneyDeserializer extends StdDeserializer<Money> {

		MoneyDeserializer() {
			super(Money.class);
		}

		@Override
		public Money deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.getValueAsString();
			if (text == null || !text.contains("/")) {
				context.reportInputMismatch(this, "no money");
			}
			return new Money(text.split("/")[0], text.split("/")[1]);
		}

	}

	record Priced(@RealtimeToolParam(example = "1.00/EUR") Money price) {
	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Guest(String firstName, @JsonFormat(pattern = "dd.MM.yyyy") LocalDate since, Area area) {
	}

	static final class Person {

		private final String name;

		@JsonCreator
		Person(@JsonProperty("given") String name) {
			this.name = name;
		}

	}

	static class Title {

		private String text;

		private @Nullable String note;

		@JsonIgnore
		private String hidden = "";

		@JsonProperty("title")
		void setText(String text) {
			this.text = text;
		}

		@JsonProperty
		void setNote(@Nullable String note) {
			this.note = note;
		}

		String hidden() {
			return this.hidden;
		}

	}

	static class Tenant {

		@JsonProperty
		private String name;

		@JsonUnwrapped(prefix = "home_")
		@JsonProperty
		private Home home;

	}

	record Home(String street) {
	}

	static class Open {

		@JsonAnySetter
		Map<String, Object> all;

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	sealed interface Shape {

	}

	record Circle(double radius) implements Shape {
	}

	record Square(int side) implements Shape {
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
	@JsonSubTypes({ @JsonSubTypes.Type(value = Dog.class, name = "Dog"),
			@JsonSubTypes.Type(value = Cat.class, name = "Cat") })
	interface Pet {

	}

	record Dog(String name) implements Pet {
	}

	record Cat(String name) implements Pet {
	}

	interface Nobody {

		String name();

	}

	static class Unreadable {

		@RealtimeTool
		void wrong(Money value) {
		}

	}

	static class Undecided {

		@RealtimeTool
		void wrong(Nobody value) {
		}

	}

	static class Unmade {

		@RealtimeTool
		void wrong(Half value) {
		}

	}

	static final class Half {

		private final Nobody inner;

		Half(Nobody inner) {
			this.inner = inner;
		}

		@JsonProperty
		Nobody inner() {
			return this.inner;
		}

	}

}
