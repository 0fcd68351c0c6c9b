package io.realtime4j.spring.tool

import io.realtime4j.tool.ToolCall
import io.realtime4j.tool.ToolException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.catchThrowable
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import org.springframework.core.NestedExceptionUtils
import java.time.LocalDate
import java.util.concurrent.CompletableFuture

/**
 * Tests for tools that are written in Kotlin.
 */
class KotlinToolsTests {

	private val tools = ToolBeans(Desk::class.java)

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			forecast  | {}                            | 3 days in Rome
			forecast  | {"days":5}                    | 5 days in Rome
			forecast  | {"city":"Oslo","days":7}    | 7 days in Oslo
			forecast  | {"city":null}                 | 3 days in Rome
			suspended | {"name":"Ada"}                | Hello Ada!
			suspended | {"name":"Ada","mark":"?"}     | Hello Ada?
			nothing   | {}                            | Done.
			nobody    | {}                            | null
			greet     | {}                            | Hello you
			greet     | {"name":"Ada"}                | Hello Ada
			room      | {"number":"12b"}              | room 12b
			floor     | {"number":2}                  | 2
			floor     | {}                            | 1
			newRoom   | {}                            | 7a
			later     | {"number":"7"}                | room 7
			book      | {"booking":{"name":"Ada"}}    | Ada for 2 in 1, null, []
			book      | {"booking":{"name":"Ada","guests":4,"room":"9","wish":"quiet","tags":["vip"]}} | Ada for 4 in 9, quiet, [vip]
			flow      | {}                            | ["a","b"]
			deferred  | {}                            | deferred
			who       | {}                            | who""")
	fun functionIsCalledAsKotlinDoes(name: String, arguments: String, told: String) {
		assertThat(tools.call(name, arguments)).isEqualTo(told)
	}

	@Test
	fun whatHasADefaultOrIsNullableIsNotRequired() {
		assertThat(tools.schema("forecast").toString()).isEqualTo(
			"""{"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":[],"additionalProperties":false}"""
		)
		assertThat(tools.schema("suspended").at("/required").toString()).isEqualTo("""["name"]""")
		assertThat(tools.schema("greet").at("/required").toString()).isEqualTo("[]")
		assertThat(tools.schema("book").at("/properties/booking/required").toString()).isEqualTo("""["name"]""")
	}

	@Test
	fun valueClassIsWhatItHasWithin() {
		assertThat(tools.schema("room").at("/properties/number").toString()).isEqualTo("""{"type":"string"}""")
		assertThat(tools.schema("floor").at("/properties/number").toString()).isEqualTo("""{"type":"integer"}""")
		assertThat(tools.schema("book").at("/properties/booking/properties/room").toString())
			.isEqualTo("""{"type":"string"}""")
	}

	@ParameterizedTest
	@CsvSource("refuse", "refuseLater")
	fun exceptionIsThatOfTheFunction(name: String) {
		val thrown = catchThrowable { tools.call(name, "{}") }
		assertThat(NestedExceptionUtils.getMostSpecificCause(thrown)).isInstanceOf(ToolException::class.java)
			.hasMessage("The kitchen is closed.")
	}

	@Test
	fun coroutineIsCancelledWhenNobodyWaitsAnyMore() {
		Desk.cancelled = CompletableFuture()
		val result = tools.start("endless", "{}")
		assertThat(Desk.cancelled).isNotDone
		tools.tool("endless").abandon(result)
		assertThat(Desk.cancelled).isCompletedWithValue("cancelled")
	}

	@JvmInline
	value class RoomNumber(val value: String)

	@JvmInline
	value class Floor(val value: Int)

	data class Booking(
		val name: String,
		val guests: Int = 2,
		val room: RoomNumber = RoomNumber("1"),
		val wish: String?,
		val tags: List<String> = emptyList()
	)

	open class Desk {

		@RealtimeTool
		fun forecast(city: String = "Rome", days: Int = 3) = "$days days in $city"

		@RealtimeTool
		suspend fun suspended(name: String, mark: String = "!"): String {
			val deferred = CompletableDeferred("Hello $name$mark")
			return deferred.await()
		}

		@RealtimeTool
		suspend fun nothing() {
		}

		@RealtimeTool
		suspend fun nobody(): String? = null

		@RealtimeTool
		fun greet(name: String?) = "Hello ${name ?: "you"}"

		@RealtimeTool
		fun room(number: RoomNumber) = "room ${number.value}"

		@RealtimeTool
		fun floor(number: Floor = Floor(1)) = number.value

		@RealtimeTool
		fun newRoom() = RoomNumber("7a")

		@RealtimeTool
		suspend fun later(number: RoomNumber): String = CompletableDeferred("room ${number.value}").await()

		@RealtimeTool
		fun book(booking: Booking) =
			"${booking.name} for ${booking.guests} in ${booking.room.value}, ${booking.wish}, ${booking.tags}"

		@RealtimeTool
		fun flow(): Flow<String> = flowOf("a", "b")

		@RealtimeTool
		fun deferred() = CompletableDeferred("deferred")

		@RealtimeTool
		fun who(call: ToolCall) = call.name()

		@RealtimeTool
		fun refuse(): String = throw ToolException("The kitchen is closed.")

		@RealtimeTool
		suspend fun refuseLater(): String = throw ToolException("The kitchen is closed.")

		@RealtimeTool
		suspend fun endless(): String {
			try {
				awaitCancellation()
			} finally {
				cancelled.complete("cancelled")
			}
		}

		@RealtimeTool
		fun day(day: LocalDate = LocalDate.EPOCH) = day.toString()

		companion object {

			var cancelled = CompletableFuture<String>()

		}

	}

}
