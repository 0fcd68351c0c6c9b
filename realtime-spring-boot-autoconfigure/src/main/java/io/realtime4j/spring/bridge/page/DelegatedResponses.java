package io.realtime4j.spring.bridge.page;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.model.response.FunctionCall;
import io.realtime4j.live.model.response.NestedOutputItemDone;
import io.realtime4j.live.model.response.NestedResponseCompleted;
import io.realtime4j.live.model.response.NestedResponseCreated;
import io.realtime4j.live.model.response.NestedResponseFailed;
import io.realtime4j.live.model.response.NestedResponseIncomplete;
import io.realtime4j.live.model.response.ResponseStreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows a page the work that a live session delegates to a model of the Responses API. A
 * response that has called functions goes on as another one. Not thread-safe.
 */
final class DelegatedResponses {

	/**
	 * A server that ends nothing shall not fill the memory.
	 */
	private static final int MAX_OPEN = 64;

	private final Set<String> open = new LinkedHashSet<>();

	private final Set<String> calling = new HashSet<>();

	private final PageView view;

	DelegatedResponses(PageView view) {
		this.view = view;
	}

	void onEvent(ResponseEvent response) {
		String id = response.delegationId();
		if (id != null) {
			onEvent(id, response.event());
		}
	}

	private void onEvent(String id, ResponseStreamEvent event) {
		if (event instanceof NestedResponseCreated) {
			begin(id);
		}
		else if (event instanceof NestedOutputItemDone done && done.item() instanceof FunctionCall
				&& this.open.contains(id)) {
			this.calling.add(id);
		}
		else if (event instanceof NestedResponseCompleted && !this.calling.contains(id)) {
			end(id, PageView.FINISHED);
		}
		else if (event instanceof NestedResponseFailed || event instanceof NestedResponseIncomplete) {
			end(id, PageView.FAILED);
		}
	}

	private void begin(String id) {
		this.calling.remove(id);
		if (this.open.add(id)) {
			this.view.onWork(id, PageView.STARTED);
		}
		if (this.open.size() > MAX_OPEN) {
			end(this.open.iterator().next(), PageView.FAILED);
		}
	}

	private void end(@Nullable String id, String state) {
		this.calling.remove(id);
		if (id != null && this.open.remove(id)) {
			this.view.onWork(id, state);
		}
	}

	/**
	 * The connection is gone, and with it the work.
	 */
	void end() {
		Set.copyOf(this.open).forEach((id) -> end(id, PageView.FAILED));
	}

}
