package io.realtime4j.spring.event;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.InputAudioBufferCleared;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.AbstractApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Events that no listener of the application wants.
 */
class UnheardEventTests {

	private static final ServerEvent EVENT = new InputAudioBufferCleared("event_1");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final RealtimeEventMulticaster multicaster = new RealtimeEventMulticaster(LoggingListenerErrorHandler::new);

	private final List<Object> published = new ArrayList<>();

	private final RealtimeEventPublisher publisher = new RealtimeEventPublisher((event) -> {
		this.published.add(event);
		this.context.publishEvent(event);
	});

	private final RealtimeSession session = mock();

	private final List<Object> heard = new ArrayList<>();

	@BeforeEach
	void start() {
		this.context.registerBean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
				ApplicationEventMulticaster.class, () -> this.multicaster);
		this.context.registerBean(OtherListener.class);
		this.context.refresh();
		this.publisher.askBefore(this.multicaster);
	}

	private boolean isWanted() {
		return this.publisher.wants(this.session, EVENT);
	}

	private void publish() {
		this.publisher.onEvent(this.session, EVENT, "{}");
	}

	@Test
	void theyAreNeitherPublishedNorWantedOnceThatIsKnown() {
		assertThat(isWanted()).isTrue();
		publish();
		assertThat(isWanted()).isFalse();
		publish();
		assertThat(this.published).isEmpty();
	}

	@Test
	void typeThatIsHeardIsPublished() {
		ServerEvent stopped = new InputAudioBufferSpeechStopped("event_2", 10L, "item_1");
		this.publisher.onEvent(this.session, stopped, "{}");
		publish();
		assertThat(this.publisher.wants(this.session, stopped)).isTrue();
		assertThat(this.context.getBean(OtherListener.class).heard).containsExactly(stopped);
	}

	@Test
	void listenersThatComeHearAndListenersThatGoDoNot() {
		publish();
		ApplicationListener<PayloadApplicationEvent<RealtimeMessage>> listener = ApplicationListener
			.forPayload(this.heard::add);
		this.multicaster.addApplicationListener(listener);
		assertThat(isWanted()).isTrue();
		publish();
		publish();
		assertThat(this.heard).hasSize(2);
		this.multicaster.removeApplicationListener(listener);
		publish();
		assertThat(isWanted()).isFalse();
		assertThat(this.heard).hasSize(2);
		assertThat(this.published).hasSize(2);
	}

	@Test
	void listenerOfAllEventsOfTheApplicationHearsThem() {
		publish();
		this.context.addApplicationListener(
				(ApplicationListener<RealtimeEvent<?>>) (event) -> this.heard.add(event.getPayload()));
		publish();
		assertThat(this.heard).containsExactly(EVENT);
	}

	@Test
	void whoDoesNotAskPublishesAll() {
		RealtimeEventPublisher other = new RealtimeEventPublisher(this.published::add);
		other.onEvent(this.session, EVENT, "{}");
		assertThat(other.wants(this.session, EVENT)).isTrue();
		assertThat(this.published).hasSize(1);
	}

	static class OtherListener {

		private final List<RealtimeMessage> heard = new ArrayList<>();

		@EventListener
		void on(InputAudioBufferSpeechStopped event) {
			this.heard.add(event);
		}

	}

}
