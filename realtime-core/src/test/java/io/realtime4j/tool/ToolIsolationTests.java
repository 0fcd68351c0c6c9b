package io.realtime4j.tool;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import io.realtime4j.session.ScriptedSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what goes on while tools block.
 */
@Timeout(30)
class ToolIsolationTests {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch release = new CountDownLatch(1);

	private final CountDownLatch started = new CountDownLatch(3);

	private final CallableTool blocking = CallableTool.of(ToolFixture.definitionOf("block"), (call) -> {
		this.started.countDown();
		this.release.await();
		return ToolResult.text("done");
	});

	private final ScriptedSession script = new ScriptedSession(
			(scheduler) -> ToolRunner.builder(this.threads, scheduler).tools(ToolSet.of(this.blocking)).build(),
			UnaryOperator.identity());

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	@Test
	void blockedToolsRunTogetherAndKeepNoEventWaiting() throws Exception {
		this.script.receive(ToolWire.responseCreated("resp_1"));
		for (int i = 0; i < 3; i++) {
			this.script.receive(ToolWire.callDone("resp_1", "call_" + i, "block", "{}", "completed"));
		}
		this.script.receive(ToolWire.responseDone("resp_1", "completed"),
				ToolWire.event("input_audio_buffer.cleared").toString());
		assertThat(this.script.heard()).endsWith("input_audio_buffer.cleared");
		this.started.await();
		assertThat(this.script.sent()).isEmpty();
		this.release.countDown();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.script.sentTypes()).containsExactly("conversation.item.create",
					"conversation.item.create", "conversation.item.create", "response.create"));
	}

	@Test
	void toolsThatEndOnManyThreadsAreFollowedUpOnce() {
		this.release.countDown();
		for (int round = 0; round < 50; round++) {
			String response = "resp_" + round;
			this.script.receive(ToolWire.responseCreated(response));
			for (int i = 0; i < 8; i++) {
				this.script.receive(ToolWire.callDone(response, "call_" + round + "_" + i, "block", "{}", "completed"));
			}
			int expected = 9 * (round + 1);
			this.script.receive(ToolWire.responseDone(response, "completed"));
			Awaitility.await().untilAsserted(() -> assertThat(this.script.sentTypes()).hasSize(expected));
			assertThat(this.script.sentTypes()).last().isEqualTo("response.create");
			// The answer to the outputs, so that the next request may go
			this.script.receive(ToolWire.responseCreated("answer_" + round),
					ToolWire.responseDone("answer_" + round, "completed"));
		}
		assertThat(this.script.sentTypes().stream().filter("response.create"::equals)).hasSize(50);
	}

}
