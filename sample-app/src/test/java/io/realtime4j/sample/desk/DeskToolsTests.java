package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.tool.FunctionTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DeskToolsTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

	private final BookingBook book = new BookingBook(this.clock, (event) -> {
	});

	private final DeskTools tools = new DeskTools(this.book, this.clock, new JsonMapper());

	@Test
	void eachToolHasANameADescriptionAndASchema() {
		assertThat(this.tools.declarations()).hasSize(2).allSatisfy((tool) -> {
			FunctionTool function = (FunctionTool) tool;
			assertThat(function.name()).isNotBlank();
			assertThat(function.description()).isNotBlank();
			assertThat(function.parameters().path("required").isEmpty()).isFalse();
		});
	}

	@Test
	void aTableIsBookedAndCancelled() {
		String booked = call("book_table", "{\"name\":\"Ada\",\"guests\":4,\"date\":\"tomorrow\",\"time\":\"7 pm\"}");
		assertThat(booked).startsWith("Booked: a table for 4 on Tuesday 24 November");
		assertThat(this.book.all()).hasSize(1);
		assertThat(call("cancel_booking", "{\"name\":\"Ada\"}")).startsWith("Cancelled: the table for 4");
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void aRefusalIsToldToTheModel() {
		assertThat(call("book_table", "{\"name\":\"Ada\",\"guests\":40,\"date\":\"tomorrow\",\"time\":\"7 pm\"}"))
			.isEqualTo("A table seats one to 8 guests.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "\"foo\"", "{\"name\":\"Ada\"", "{}",
			"{\"name\":\"Ada\",\"guests\":\"many\",\"date\":\"today\",\"time\":\"7 pm\"}" })
	void brokenArgumentsAreToldToTheModel(String arguments) {
		assertThat(call("book_table", arguments)).isEqualTo("The arguments are not as they should be.");
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void anUnknownToolIsToldToTheModel() {
		assertThat(call("order_pizza", "{}")).isEqualTo("There is no tool order_pizza.");
	}

	private String call(String name, String arguments) {
		return this.tools.call(FunctionCall.of("call_1", name, arguments));
	}

}
