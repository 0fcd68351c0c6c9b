package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ToolListener} and the values that it hears of.
 */
class ToolListenerTests {

	private final List<String> heard = new ArrayList<>();

	private final List<String> errors = new ArrayList<>();

	private final Deque<Runnable> lane = new ArrayDeque<>();

	@Test
	void listenersAreNotCalledOnTheThreadOfTheSession() {
		ToolFixture fixture = fixture((builder) -> builder.listenerExecutor(this.lane::add));
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		fixture.finish("call_0", "result");
		assertThat(fixture.outputs()).hasSize(1);
		assertThat(this.heard).isEmpty();
		assertThat(this.lane).hasSize(1);
		this.lane.remove().run();
		assertThat(this.heard).containsExactly("realtime4j.tool.call.started", "realtime4j.tool.call.finished");
	}

	@Test
	void throwingListenerIsReportedAndStopsNobody() {
		ToolFixture fixture = fixture((builder) -> builder.listener((session, event) -> {
			throw new IllegalStateException("planted");
		})
			.listener((session, event) -> this.heard.add("second " + event.type()))
			.errorHandler((session, event, error) -> {
				this.errors.add(event.type() + ": " + error.getMessage());
				throw new IllegalStateException("so is the handler");
			}));
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(this.heard).containsExactly("realtime4j.tool.call.started", "second realtime4j.tool.call.started");
		assertThat(this.errors).containsExactly("realtime4j.tool.call.started: planted");
	}

	@Test
	void eventsWithoutAThreadWaitForTheNext() {
		boolean[] rejecting = { true };
		ToolFixture fixture = fixture((builder) -> builder.listenerExecutor((task) -> {
			if (rejecting[0]) {
				throw new RejectedExecutionException("no thread");
			}
			task.run();
		}));
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(this.heard).isEmpty();
		rejecting[0] = false;
		fixture.finish("call_0", "result");
		assertThat(this.heard).containsExactly("realtime4j.tool.call.started", "realtime4j.tool.call.finished");
	}

	@Test
	void eventsHaveTypesAndNoIdsOnTheWire() {
		ToolFixture fixture = fixture(UnaryOperator.identity());
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		fixture.script.receive(ToolWire.approvalRequest("resp_2", "mcpr_1"), ToolWire.toolsListed());
		fixture.script.advance(Duration.ofMinutes(1));
		fixture.finish("call_0", "late");
		assertThat(this.heard).containsExactlyInAnyOrder("realtime4j.tool.call.started",
				"realtime4j.tool.approval.requested", "realtime4j.tool.mcp.listed", "realtime4j.tool.call.finished",
				"realtime4j.tool.approval.decided", "realtime4j.tool.result.dropped");
		assertThat(fixture.events).allSatisfy((event) -> assertThat(event.eventId()).isNull());
	}

	@Test
	void textFormsHoldNoArgumentsAndNoOutputs() {
		ToolFixture fixture = fixture(UnaryOperator.identity());
		fixture.calls("resp_1", "later", "{\"card\":\"4111 1111\"}").done("resp_1");
		fixture.finish("call_0", "4111 1111 is valid");
		assertThat(fixture.events.toString()).contains("call_0").doesNotContain("4111 1111");
		assertThat(ToolResult.text("4111")).hasToString("ToolResult[output=4 characters, followUp=true]");
	}

	@Test
	void argumentsAreReadAsAValue() {
		ToolCall call = new ToolCall(new ToolFixture().script.session(), "resp_1", null, "call_0", "book", "",
				JsonMapper.shared().readTree("{\"name\":\"Ada\",\"guests\":[2,\"two\"]}"));
		assertThat(call.argumentsAs(Name.class)).isEqualTo(new Name("Ada", List.of(2, "two")));
		assertThatExceptionOfType(ToolArgumentsException.class).isThrownBy(() -> call.argumentsAs(Ages.class))
			.withMessage("guests[1] does not have a value of the right form");
	}

	@Test
	void timesMustBeLongerThanZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> ToolOptions.defaults().withTimeout(Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ToolOptions.defaults().withApproval(Duration.ofSeconds(-1)));
	}

	private ToolFixture fixture(UnaryOperator<ToolRunner.Builder> customizer) {
		return new ToolFixture(
				(builder) -> customizer.apply(builder.listener((session, event) -> this.heard.add(event.type()))),
				UnaryOperator.identity());
	}

	record Name(String name, List<Object> guests) {
	}

	record Ages(String name, List<Integer> guests) {
	}

}
