package io.realtime4j.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ServerEvent;

/**
 * Notes what it hears, and does then what a test wants.
 */
class RecordingListener implements RealtimeListener {

	private final List<RealtimeMessage> messages = Collections.synchronizedList(new ArrayList<>());

	private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

	private final BiConsumer<RealtimeSession, RealtimeMessage> action;

	private volatile Predicate<ServerEvent> wanted = (event) -> true;

	RecordingListener() {
		this((session, message) -> {
		});
	}

	RecordingListener(BiConsumer<RealtimeSession, RealtimeMessage> action) {
		this.action = action;
	}

	void wanting(Predicate<ServerEvent> wanted) {
		this.wanted = wanted;
	}

	@Override
	public boolean wants(RealtimeSession session, ServerEvent event) {
		return this.wanted.test(event);
	}

	@Override
	public void onEvent(RealtimeSession session, ServerEvent event, String json) {
		this.texts.add(json);
		note(session, event);
	}

	@Override
	public void onSessionEvent(RealtimeSession session, SessionEvent event) {
		note(session, event);
	}

	private void note(RealtimeSession session, RealtimeMessage message) {
		this.messages.add(message);
		this.action.accept(session, message);
	}

	List<String> types() {
		return messages().stream().map(RealtimeMessage::type).toList();
	}

	List<RealtimeMessage> messages() {
		synchronized (this.messages) {
			return List.copyOf(this.messages);
		}
	}

	<T extends RealtimeMessage> List<T> all(Class<T> type) {
		return messages().stream().filter(type::isInstance).map(type::cast).toList();
	}

	List<String> texts() {
		synchronized (this.texts) {
			return List.copyOf(this.texts);
		}
	}

}
