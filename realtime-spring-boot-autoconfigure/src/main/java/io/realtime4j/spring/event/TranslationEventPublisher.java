package io.realtime4j.spring.event;

import io.realtime4j.session.SessionEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Internal publisher of everything that happens in translation sessions, as
 * {@link RealtimeEvent}.
 *
 * @since 0.1.0
 */
public class TranslationEventPublisher implements TranslationListener {

	private final RealtimeEventPublisher publisher;

	/**
	 * Create a publisher.
	 * @param publisher publishes events of all families
	 */
	public TranslationEventPublisher(RealtimeEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public boolean wants(TranslationSession session, TranslationServerEvent event) {
		return this.publisher.isWanted(session, event);
	}

	@Override
	public void onEvent(TranslationSession session, TranslationServerEvent event, String json) {
		this.publisher.publish(session, event, json);
	}

	@Override
	public void onSessionEvent(TranslationSession session, SessionEvent event) {
		this.publisher.publish(session, event, null);
	}

}
