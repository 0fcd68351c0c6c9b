package io.realtime4j.tool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeSession;

/**
 * The tools that the model of a session may know: those that were asked for last, and
 * before the server has acknowledged them those that it had until then.
 */
final class CurrentTools {

	private final RealtimeSession session;

	// The newest first
	private List<ToolSet> sets;

	private boolean declared;

	CurrentTools(RealtimeSession session, ToolSet tools, boolean declared) {
		this.session = session;
		this.sets = List.of(tools);
		this.declared = declared;
	}

	synchronized ToolSet current() {
		return this.sets.get(0);
	}

	synchronized List<ToolSet> sets() {
		return this.sets;
	}

	CompletableFuture<ToolSet> use(ToolSet tools) {
		tools.requireCallableIn(RealtimeSession.class);
		if (known(tools)) {
			return CompletableFuture.completedFuture(tools);
		}
		change((sets) -> Stream.concat(Stream.of(tools), sets.stream()).toList());
		try {
			return this.session.update(RealtimeSessionSettings.builder().tools(tools.definitions()).build())
				.whenComplete((updated, ex) -> settle(tools, ex == null))
				.thenApply((updated) -> tools);
		}
		catch (RuntimeException ex) {
			settle(tools, false);
			throw ex;
		}
	}

	private synchronized boolean known(ToolSet tools) {
		boolean known = this.declared && this.sets.size() == 1 && tools.definitions().equals(current().definitions());
		if (known) {
			this.sets = List.of(tools);
		}
		return known;
	}

	private void settle(ToolSet tools, boolean acknowledged) {
		change((sets) -> {
			int index = sets.indexOf(tools);
			if (index < 0) {
				return sets;
			}
			return acknowledged ? sets.subList(0, index + 1)
					: Stream.concat(sets.subList(0, index).stream(), sets.subList(index + 1, sets.size()).stream())
						.toList();
		});
		if (acknowledged) {
			markDeclared();
		}
	}

	private synchronized void markDeclared() {
		this.declared = true;
	}

	private synchronized void change(UnaryOperator<List<ToolSet>> change) {
		this.sets = List.copyOf(change.apply(this.sets));
	}

}
