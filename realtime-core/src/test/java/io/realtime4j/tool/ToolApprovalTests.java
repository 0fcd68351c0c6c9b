package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.realtime4j.model.tool.FunctionTool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls that need approval: of tools of the application, and of those of hosted
 * MCP servers.
 */
class ToolApprovalTests {

	private static final int SECONDS = 20;

	private final ToolFixture fixture = new ToolFixture();

	private final CallableTool cancel = this.fixture.tool("cancel", ToolOptions.defaults().withApproval());

	ToolApprovalTests() {
		this.fixture.sessionTools().use(ToolSet.of(this.cancel));
	}

	@Test
	void approvedCallRuns() {
		ToolApproval approval = requested("{\"id\":7}");
		assertThat(approval.toolName()).isEqualTo("cancel");
		assertThat(approval.id()).isEqualTo("call_0");
		assertThat(approval.serverLabel()).isNull();
		assertThat(approval.argumentsText()).isEqualTo("{\"id\":7}");
		assertThat(approval.session()).isSameAs(this.fixture.script.session());
		assertThat(approval.timeout()).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.fixture.started).isEmpty();
		assertThat(approval.approve()).isTrue();
		assertThat(this.fixture.started).containsExactly("call_0");
		this.fixture.finish("call_0", "cancelled");
		assertThat(this.fixture.output("call_0")).isEqualTo("cancelled");
		assertThat(this.fixture.followUps()).isOne();
		assertThat(this.fixture.events).hasExactlyElementsOfTypes(ToolApprovalRequested.class,
				ToolApprovalDecided.class, ToolCallStarted.class, ToolCallFinished.class);
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@Test
	void listenerOfTheSessionApproves() {
		List<ToolEvent> heard = new ArrayList<>();
		Runnable end = this.fixture.script.session()
			.on(ToolApprovalRequested.class, (event) -> event.approval().approve());
		this.fixture.script.session().on(ToolEvent.class, heard::add);
		requested("{}");
		assertThat(this.fixture.started).containsExactly("call_0");
		assertThat(heard).isEqualTo(this.fixture.events);
		end.run();
		this.fixture.finish("call_0", "cancelled");
		this.fixture.calls("resp_2", "cancel", "{}").done("resp_2");
		assertThat(this.fixture.sessionTools().pendingApprovals()).hasSize(1);
	}

	@Test
	void rejectedCallDoesNotRunAndTheModelIsToldWhy() {
		ToolApproval approval = requested("{}");
		assertThat(approval.reject("The guest is not known.")).isTrue();
		assertThat(this.fixture.output("call_0"))
			.isEqualTo("Nothing was done: the call was not approved. The reason: The guest is not known.");
		assertThat(this.fixture.started).isEmpty();
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void onlyTheFirstDecisionCounts() {
		ToolApproval approval = requested("{}");
		assertThat(approval.reject()).isTrue();
		assertThat(approval.approve()).isFalse();
		assertThat(approval.decision()).isEqualTo(new ToolDecision(ToolDecision.Kind.REJECTED, null));
		assertThat(this.fixture.output("call_0")).isEqualTo("Nothing was done: the call was not approved.");
	}

	@Test
	void callThatNobodyApprovesIsDenied() {
		ToolApproval approval = requested("{}");
		assertThat(this.fixture.sessionTools().pendingApprovals()).containsExactly(approval);
		this.fixture.script.advance(Duration.ofMinutes(1));
		assertThat(this.fixture.output("call_0")).contains("nobody gave it in time");
		assertThat(this.fixture.sessionTools().pendingApprovals()).isEmpty();
		assertThat(approval.approve()).isFalse();
		assertThat(this.fixture.started).isEmpty();
	}

	@Test
	void timeOfTheToolBeginsWhenItIsApproved() {
		ToolApproval approval = requested("{}");
		this.fixture.script.advance(Duration.ofSeconds(50));
		approval.approve();
		this.fixture.script.advance(Duration.ofSeconds(59));
		assertThat(this.fixture.outputs()).isEmpty();
		this.fixture.script.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.output("call_0")).startsWith("The tool did not answer in time");
	}

	@Test
	void wrongArgumentsAreNotAskedFor() {
		this.fixture.calls("resp_1", "cancel", "{").done("resp_1");
		assertThat(this.fixture.all(ToolApprovalRequested.class)).isEmpty();
		assertThat(this.fixture.output("call_0")).contains("in the middle of the JSON text");
	}

	@Test
	void callThatTheToolRefusesIsNotAskedFor() {
		ToolFixture other = new ToolFixture(new CheckedTool((call) -> {
			if (call.arguments().path("id").asInt() < 1) {
				throw new ToolArgumentsException("id must be positive");
			}
		}));
		other.calls("resp_1", "cancel", "{\"id\":-1}").done("resp_1");
		assertThat(other.all(ToolApprovalRequested.class)).isEmpty();
		assertThat(other.output("call_0")).contains("id must be positive");
		assertThat(other.script.pendingTimers()).isZero();
		other.calls("resp_2", "cancel", "{\"id\":1}");
		assertThat(other.all(ToolApprovalRequested.class)).hasSize(1);
	}

	@Test
	void checkThatBlocksIsInterruptedByTheTimeout() throws Exception {
		CompletableFuture<Void> checking = new CompletableFuture<>();
		CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
		ToolFixture other = new ToolFixture(new CheckedTool((call) -> {
			checking.complete(null);
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.complete(ex);
			}
		}));
		other.holdTasks();
		other.calls("resp_1", "cancel", "{}").done("resp_1");
		Thread worker = new Thread(other::runTasks);
		worker.setDaemon(true);
		worker.start();
		checking.get(SECONDS, TimeUnit.SECONDS);
		other.script.advance(Duration.ofSeconds(59));
		assertThat(other.outputs()).isEmpty();
		other.script.advance(Duration.ofSeconds(1));
		assertThat(other.output("call_0")).startsWith("The tool did not answer in time");
		assertThat(other.followUps()).isOne();
		interrupted.get(SECONDS, TimeUnit.SECONDS);
		worker.join(Duration.ofSeconds(SECONDS).toMillis());
		assertThat(worker.isAlive()).isFalse();
		assertThat(other.all(ToolApprovalRequested.class)).isEmpty();
		assertThat(other.script.pendingTimers()).isZero();
	}

	@Test
	void interruptionWithdrawsTheRequest() {
		this.fixture.calls("resp_1", "cancel", "{}");
		ToolApproval approval = this.fixture.all(ToolApprovalRequested.class).get(0).approval();
		this.fixture.done("resp_1", "cancelled");
		assertThat(this.fixture.output("call_0"))
			.isEqualTo("Nothing was done: the call was interrupted before it was approved.");
		assertThat(approval.approve()).isFalse();
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void endOfTheSessionWithdrawsTheRequest() {
		ToolApproval approval = requested("{}");
		this.fixture.script.end();
		assertThat(approval.decision()).isEqualTo(new ToolDecision(ToolDecision.Kind.WITHDRAWN, null));
		assertThat(this.fixture.outcome()).isEqualTo(new ToolOutcome.SessionEnded());
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@Test
	void toolHasATimeOfItsOwnForApproval() {
		CallableTool hasty = this.fixture.tool("hasty", ToolOptions.defaults().withApproval(Duration.ofSeconds(3)));
		this.fixture.sessionTools().use(ToolSet.of(hasty));
		this.fixture.calls("resp_1", "hasty", "{}").done("resp_1");
		this.fixture.script.advance(Duration.ofSeconds(3));
		assertThat(this.fixture.output("call_0")).contains("nobody gave it in time");
	}

	@Test
	void argumentsAreNotInTheTextForm() {
		assertThat(requested("{\"card\":\"4111 1111\"}").toString()).contains("cancel", "call_0")
			.doesNotContain("4111 1111");
	}

	@Test
	void approvedMcpCallIsAnsweredByOneItemAndFollowedUp() {
		ToolApproval approval = requestedByServer("completed");
		assertThat(approval.serverLabel()).isEqualTo("docs");
		assertThat(approval.toolName()).isEqualTo("search");
		assertThat(mcpItems()).isEmpty();
		approval.approve();
		approval.approve();
		assertThat(mcpItem().path("approve").asBoolean()).isTrue();
		assertThat(mcpItem().path("approval_request_id").asString()).isEqualTo("mcpr_1");
		assertThat(this.fixture.script.sentTypes()).endsWith("conversation.item.create", "response.create");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void rejectedMcpCallIsAnsweredByOneItemAndFollowedUp() {
		requestedByServer("completed").reject("Not allowed.");
		assertThat(mcpItem().path("approve").asBoolean()).isFalse();
		assertThat(mcpItem().path("reason").asString()).isEqualTo("Not allowed.");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void mcpCallThatNobodyApprovesIsDenied() {
		ToolFixture fixture = new ToolFixture((builder) -> builder.approvalTimeout(Duration.ofSeconds(5)),
				UnaryOperator.identity());
		fixture.script.receive(ToolWire.responseCreated("resp_1"), ToolWire.approvalRequest("resp_1", "mcpr_1"),
				ToolWire.responseDone("resp_1", "completed"));
		assertThat(fixture.script.sent()).isEmpty();
		fixture.script.advance(Duration.ofSeconds(5));
		assertThat(fixture.script.sentTypes()).containsExactly("conversation.item.create", "response.create");
		assertThat(fixture.script.sent().get(0).path("item").path("approve").asBoolean()).isFalse();
	}

	@Test
	void mcpCallOfACancelledResponseIsDeniedWithoutAFollowUp() {
		requestedByServer("cancelled");
		assertThat(mcpItem().path("approve").asBoolean()).isFalse();
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void endOfTheSessionLeavesAnMcpCallUnanswered() {
		requestedByServer("completed");
		this.fixture.script.end();
		assertThat(mcpItems()).isEmpty();
		assertThat(this.fixture.sessionTools().pendingApprovals()).isEmpty();
	}

	@Test
	void callsDoNotWaitForTheToolsOfAnMcpServer() {
		this.fixture.script.receive(ToolWire.event("mcp_list_tools.in_progress").put("item_id", "item_l").toString());
		ToolApproval approval = requestedByServer("completed");
		approval.approve();
		assertThat(mcpItem().path("approve").asBoolean()).isTrue();
		this.fixture.calls("resp_2", "cancel", "{}").done("resp_2");
		assertThat(this.fixture.all(ToolApprovalRequested.class)).hasSize(2);
	}

	@Test
	void toolsOfAnMcpServerAreTold() {
		this.fixture.script.receive(ToolWire.toolsListed());
		McpToolsListed listed = this.fixture.all(McpToolsListed.class).get(0);
		assertThat(listed.serverLabel()).isEqualTo("docs");
		assertThat(listed.tools()).extracting((tool) -> tool.name()).containsExactly("search");
	}

	private ToolApproval requested(String arguments) {
		this.fixture.calls("resp_1", "cancel", arguments).done("resp_1");
		return this.fixture.all(ToolApprovalRequested.class).get(0).approval();
	}

	private ToolApproval requestedByServer(String status) {
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"), ToolWire.approvalRequest("resp_1", "mcpr_1"),
				ToolWire.responseDone("resp_1", status));
		return this.fixture.all(ToolApprovalRequested.class).get(0).approval();
	}

	private List<JsonNode> mcpItems() {
		return this.fixture.script.sent()
			.stream()
			.map((event) -> event.path("item"))
			.filter((item) -> item.path("type").asString().equals("mcp_approval_response"))
			.toList();
	}

	private JsonNode mcpItem() {
		assertThat(mcpItems()).hasSize(1);
		return mcpItems().get(0);
	}

	/**
	 * Tool that checks calls before they are approved.
	 */
	private record CheckedTool(Consumer<ToolCall> check) implements CallableTool {

		@Override
		public FunctionTool definition() {
			return ToolFixture.definitionOf("cancel");
		}

		@Override
		public ToolOptions options() {
			return ToolOptions.defaults().withApproval();
		}

		@Override
		public void check(ToolCall call) {
			this.check.accept(call);
		}

		@Override
		public CompletionStage<ToolResult> call(ToolCall call) {
			throw new AssertionError("not approved");
		}

	}

}
