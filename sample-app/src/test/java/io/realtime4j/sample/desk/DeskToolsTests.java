package io.realtime4j.sample.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.realtime4j.spring.tool.AnnotatedTools;
import io.realtime4j.tool.CallableTool;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeskToolsTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

	private final BookingBook book = new BookingBook(this.clock);

	private final DeskTools tools = new DeskTools(this.book, this.clock);

	@Test
	void eachToolHasANameADescriptionAndASchema() {
		assertThat(declared()).hasSize(2).allSatisfy((tool) -> {
			assertThat(tool.definition().name()).isIn("book_table", "cancel_booking");
			assertThat(tool.definition().description()).isNotBlank();
			assertThat(tool.definition().parameters().path("required").isEmpty()).isFalse();
			assertThat(tool.definition().parameters().at("/properties/name/description").asString()).isNotBlank();
		});
	}

	@Test
	void onlyACancellationNeedsApproval() {
		assertThat(declared()).allSatisfy((tool) -> assertThat(tool.options().approvalRequired())
			.isEqualTo("cancel_booking".equals(tool.definition().name())));
	}

	@Test
	void aTableIsBookedAndCancelled() {
		assertThat(this.tools.book("Ada", 4, "tomorrow", "7 pm"))
			.startsWith("Booked: a table for 4 on Tuesday 24 November");
		assertThat(this.book.all()).hasSize(1);
		assertThat(this.tools.cancel("Ada")).startsWith("Cancelled: the table for 4");
		assertThat(this.book.all()).isEmpty();
	}

	@Test
	void aRefusalIsForTheModel() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tools.book("Ada", 40, "tomorrow", "7 pm"))
			.withMessage("A table seats one to 8 guests.");
	}

	private static List<CallableTool> declared() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerBeanDefinition("deskTools", new RootBeanDefinition(DeskTools.class));
		return new AnnotatedTools(beans, null).tools();
	}

}
