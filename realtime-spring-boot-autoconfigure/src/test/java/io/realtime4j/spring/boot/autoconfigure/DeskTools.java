package io.realtime4j.spring.boot.autoconfigure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolResult;
import jakarta.validation.constraints.Max;

/**
 * A bean with tools of all kinds.
 */
class DeskTools {

	final RealtimeSession session;

	DeskTools(RealtimeSession session) {
		this.session = session;
	}

	@RealtimeTool(description = "Books a table")
	Booking book(String name, @Max(8) int guests, LocalDate day) {
		return new Booking(name, guests, day);
	}

	@RealtimeTool
	String who(RealtimeSession current, ToolCall call) {
		return current.id() + " " + call.name();
	}

	@RealtimeTool
	CompletionStage<String> later() {
		return CompletableFuture.supplyAsync(() -> "soon");
	}

	@RealtimeTool
	void nothing() {
	}

	@RealtimeTool
	Optional<String> maybe() {
		return Optional.empty();
	}

	@RealtimeTool
	ToolResult quiet() {
		return ToolResult.text("noted").withoutFollowUp();
	}

	@RealtimeTool
	String refuse() {
		throw new ToolException("The kitchen is closed.");
	}

	@RealtimeTool
	String fail() {
		throw new IllegalStateException("the reason in the log");
	}

	@RealtimeTool(approval = RealtimeTool.Approval.REQUIRED)
	String cancel() {
		return "cancelled";
	}

	record Booking(String name, int guests, LocalDate day) {
	}

}
