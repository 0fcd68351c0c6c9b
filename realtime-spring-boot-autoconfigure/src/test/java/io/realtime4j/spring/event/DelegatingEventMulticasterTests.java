package io.realtime4j.spring.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DelegatingEventMulticaster} and {@link EventMulticasterPostProcessor}.
 */
class DelegatingEventMulticasterTests {

	private static final ServerEvent UNHEARD = new InputAudioBufferSpeechStarted("event_1", 10L, "item_1");

	private static final ServerEvent HEARD = new InputAudioBufferSpeechStopped("event_2", 10L, "item_1");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final RealtimeSession session = mock();

	private final RealtimeEventPublisher publisher = new RealtimeEventPublisher(this.context);

	@BeforeEach
	void start() {
		this.context.registerBean(EventMulticasterPostProcessor.class);
		this.context.registerBean(ListenerErrorHandler.class, LoggingListenerErrorHandler::new);
		this.context.registerBean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
				OwnMulticaster.class);
		this.context.registerBean(Listener.class);
		this.context.refresh();
		this.publisher.askBefore(this.context.getBean(RealtimeEventMulticaster.class));
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	private boolean isWanted(ServerEvent event) {
		this.publisher.onEvent(this.session, event, "{}");
		return this.publisher.wants(this.session, event);
	}

	private List<Object> published() {
		return this.context.getBean(OwnMulticaster.class).published;
	}

	@Test
	void whatNobodyListensToDoesNotReachTheMulticasterOfTheApplication() {
		assertThat(isWanted(UNHEARD)).isFalse();
		assertThat(isWanted(HEARD)).isTrue();
		assertThat(published()).containsExactly(HEARD);
		assertThat(this.context.getBean(Listener.class).heard).containsExactly(HEARD);
	}

	@Test
	void listenersThatComeHearAndListenersThatGoDoNot() {
		List<Object> heard = new ArrayList<>();
		ApplicationListener<PayloadApplicationEvent<RealtimeMessage>> listener = ApplicationListener
			.forPayload(heard::add);
		assertThat(isWanted(UNHEARD)).isFalse();
		this.context.addApplicationListener(listener);
		assertThat(isWanted(UNHEARD)).isTrue();
		assertThat(heard).containsExactly(UNHEARD);
		this.context.removeApplicationListener(listener);
		isWanted(UNHEARD);
		assertThat(isWanted(UNHEARD)).isFalse();
		assertThat(heard).hasSize(1);
	}

	@Test
	void multicasterOfTheApplicationIsFoundByItsTypeAndStandsBehind() {
		OwnMulticaster own = this.context.getBean(OwnMulticaster.class);
		assertThat(this.context.getBean(ApplicationEventMulticaster.class)).isNotSameAs(own)
			.isSameAs(this.context.getBean(RealtimeEventMulticaster.class));
		this.context.publishEvent("an event of the application");
		assertThat(own.published).containsExactly("an event of the application");
		assertThat(own.listeners()).isNotEmpty();
		this.context.getBean(ApplicationEventMulticaster.class).removeAllListeners();
		assertThat(own.listeners()).isEmpty();
	}

	@Test
	void listenerBeansOfTheApplicationHearOnce() {
		try (AnnotationConfigApplicationContext other = new AnnotationConfigApplicationContext()) {
			other.registerBean(EventMulticasterPostProcessor.class);
			other.registerBean(ListenerErrorHandler.class, LoggingListenerErrorHandler::new);
			other.registerBean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
					OwnMulticaster.class);
			other.registerBean(ListenerBean.class);
			other.refresh();
			RealtimeEventPublisher asking = new RealtimeEventPublisher(other);
			asking.askBefore(other.getBean(RealtimeEventMulticaster.class));
			asking.onEvent(this.session, HEARD, "{}");
			assertThat(other.getBean(ListenerBean.class).heard).containsExactly(HEARD);
		}
	}

	@Test
	void ownMulticasterOfThisLibraryIsLeftAsItIs() {
		try (AnnotationConfigApplicationContext other = new AnnotationConfigApplicationContext()) {
			RealtimeEventMulticaster multicaster = new RealtimeEventMulticaster(LoggingListenerErrorHandler::new);
			other.registerBean(EventMulticasterPostProcessor.class);
			other.registerBean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
					RealtimeEventMulticaster.class, () -> multicaster);
			other.refresh();
			assertThat(other.getBean(ApplicationEventMulticaster.class)).isSameAs(multicaster);
		}
	}

	static class OwnMulticaster extends SimpleApplicationEventMulticaster {

		private final List<Object> published = new ArrayList<>();

		@Override
		public void multicastEvent(ApplicationEvent event, ResolvableType eventType) {
			if (event instanceof PayloadApplicationEvent<?> payload) {
				this.published.add(payload.getPayload());
			}
			super.multicastEvent(event, eventType);
		}

		Collection<ApplicationListener<?>> listeners() {
			return getApplicationListeners();
		}

	}

	static class Listener {

		private final List<Object> heard = new ArrayList<>();

		@EventListener
		void on(InputAudioBufferSpeechStopped event) {
			this.heard.add(event);
		}

	}

	static class ListenerBean implements ApplicationListener<PayloadApplicationEvent<InputAudioBufferSpeechStopped>> {

		private final List<Object> heard = new ArrayList<>();

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<InputAudioBufferSpeechStopped> event) {
			this.heard.add(event.getPayload());
		}

	}

}
