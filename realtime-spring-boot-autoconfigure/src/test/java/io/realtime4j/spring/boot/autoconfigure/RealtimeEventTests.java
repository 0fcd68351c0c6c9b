package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.event.RealtimeEventPublisher;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the way of events from the connection to the listeners of the application.
 */
class RealtimeEventTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withBean(GeneralListener.class);

	static Stream<RealtimeMessage> serverEvents() {
		return MinimalRecords.of(ServerEvent.class);
	}

	static Stream<RealtimeMessage> sessionEvents() {
		return MinimalRecords.of(SessionEvent.class);
	}

	@ParameterizedTest
	@MethodSource("serverEvents")
	void serverEventIsHeardOnceInEveryWay(ServerEvent event) {
		String json = CODEC.encode(event);
		run(event, true, (context, special) -> {
			GeneralListener general = context.getBean(GeneralListener.class);
			awaitOpen(general);
			this.transport.connection().receive(json);
			await().untilAsserted(() -> {
				assertThat(special.records).containsOnlyOnce(event);
				assertThat(payloads(special.envelopes)).containsOnlyOnce(event);
				assertThat(general.serverEvents).containsOnlyOnce(event);
				assertThat(payloads(general.envelopes)).containsOnlyOnce(event);
			});
			assertThat(special.envelopes).filteredOn((envelope) -> envelope.getPayload().equals(event))
				.allSatisfy((envelope) -> {
					assertThat(envelope.json()).isEqualTo(json);
					assertThat(envelope.session()).isSameAs(context.getBean(RealtimeSession.class));
				});
		});
	}

	@ParameterizedTest
	@MethodSource("sessionEvents")
	void sessionEventIsHeardOnceInEveryWay(SessionEvent event) {
		run(event, false, (context, special) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			GeneralListener general = context.getBean(GeneralListener.class);
			context.getBean(RealtimeEventPublisher.class).onSessionEvent(session, event);
			assertThat(special.records).containsExactly(event);
			assertThat(special.envelopes).singleElement().satisfies((envelope) -> {
				assertThat(envelope.json()).isNull();
				assertThat(envelope.session()).isSameAs(session);
			});
			assertThat(general.sessionEvents).containsExactly(event);
			assertThat(payloads(general.envelopes)).containsExactly(event);
		});
	}

	@Test
	void stateIsToldFromConnectingToClosedAndNothingAfterwards() {
		GeneralListener listener = new GeneralListener();
		RealtimeContext.runner(this.transport).withBean(GeneralListener.class, () -> listener).run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			RealtimeEventPublisher publisher = context.getBean(RealtimeEventPublisher.class);
			await().until(() -> listener.sessionEvents.stream().anyMatch(SessionOpened.class::isInstance));
			context.close();
			assertThat(listener.sessionEvents).first().isInstanceOf(SessionConnecting.class);
			assertThat(listener.sessionEvents).last().isInstanceOf(SessionClosed.class);
			int heard = listener.sessionEvents.size();
			publisher.onSessionEvent(session, new SessionConnecting());
			assertThat(listener.sessionEvents).hasSize(heard);
		});
	}

	@Test
	void changeOfTheHistoryIsHeard() {
		this.contextRunner.withBean(HistoryListener.class).run((context) -> {
			awaitOpen(context.getBean(GeneralListener.class));
			this.transport.connection().receive("""
					{"type":"conversation.item.added","previous_item_id":null,"item":{"id":"item_1","type":"message",
					"role":"user","content":[{"type":"input_text","text":"Hello"}]}}""");
			HistoryListener listener = context.getBean(HistoryListener.class);
			await().until(() -> !listener.changes.isEmpty());
			assertThat(listener.changes).singleElement()
				.satisfies((change) -> assertThat(change.conversation())
					.isEqualTo(context.getBean(RealtimeSession.class).conversation()));
		});
	}

	@Test
	void greetingIsAskedForOnceTheSessionIsOpen() {
		this.contextRunner.withPropertyValues("realtime.session.greeting.instructions=Welcome the caller.")
			.run((context) -> {
				awaitOpen(context.getBean(GeneralListener.class));
				await().untilAsserted(() -> assertThat(this.transport.connection().sent())
					.anySatisfy((text) -> assertThat(text).contains("response.create", "Welcome the caller.")));
			});
	}

	@Test
	void envelopeOfInterfaceIsInvariantUnlessItHasWildcard() {
		this.contextRunner.withBean(GenericListener.class).run((context) -> {
			GeneralListener general = context.getBean(GeneralListener.class);
			ServerEvent event = new ResponseOutputTextDelta("event_9", "resp_1", "item_1", 0, 0, "Hi");
			awaitOpen(general);
			this.transport.connection().receive(CODEC.encode(event));
			GenericListener generic = context.getBean(GenericListener.class);
			await().until(() -> generic.bounded.stream().anyMatch((envelope) -> envelope.getPayload().equals(event)));
			assertThat(generic.invariant).isEmpty();
		});
	}

	@Test
	void textOfEnvelopeNamesTypeAndSessionOnly() {
		this.contextRunner.run((context) -> {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(new RealtimeEvent<>(session, new ResponseOutputTextDelta("e", "r", "i", 0, 0, "secret"), "{}"))
				.hasToString("RealtimeEvent[type=response.output_text.delta, session=" + session.id() + "]");
		});
	}

	private void run(RealtimeMessage event, boolean open, Exercise exercise) {
		SpecialListener special = new SpecialListener();
		Object listener = listener(event.getClass(), special);
		this.contextRunner.withPropertyValues("realtime.session.auto-open=" + open)
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("special", listener))
			.run((context) -> exercise.run(context, special));
	}

	private static List<RealtimeMessage> payloads(List<RealtimeEvent<?>> envelopes) {
		return List.copyOf(envelopes).stream().<RealtimeMessage>map(RealtimeEvent::getPayload).toList();
	}

	private static void awaitOpen(GeneralListener listener) {
		await().until(() -> listener.sessionEvents.stream().anyMatch(SessionOpened.class::isInstance));
	}

	/**
	 * Make a bean with two listener methods: {@code on(Record)} and
	 * {@code onEnvelope(RealtimeEvent<Record>)}.
	 */
	private static Object listener(Class<?> type, SpecialListener target) {
		TypeDescription.Generic envelope = TypeDescription.Generic.Builder.parameterizedType(RealtimeEvent.class, type)
			.build();
		AnnotationDescription annotation = AnnotationDescription.Builder.ofType(EventListener.class).build();
		try {
			return new ByteBuddy().subclass(Object.class)
				.modifiers(Visibility.PUBLIC)
				.defineMethod("on", void.class, Visibility.PUBLIC)
				.withParameters(type)
				.intercept(MethodDelegation.to(target))
				.annotateMethod(annotation)
				.defineMethod("onEnvelope", void.class, Visibility.PUBLIC)
				.withParameters(envelope)
				.intercept(MethodDelegation.to(target))
				.annotateMethod(annotation)
				.make()
				.load(RealtimeEventTests.class.getClassLoader())
				.getLoaded()
				.getDeclaredConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Does something with a running context.
	 */
	private interface Exercise {

		void run(ApplicationContext context, SpecialListener special);

	}

	/**
	 * Hears of one type of events, by its record and by the envelope of its record.
	 */
	public static class SpecialListener {

		final List<RealtimeMessage> records = Collections.synchronizedList(new ArrayList<>());

		final List<RealtimeEvent<?>> envelopes = Collections.synchronizedList(new ArrayList<>());

		public void on(@Argument(0) RealtimeMessage event) {
			this.records.add(event);
		}

		public void onEnvelope(@Argument(0) RealtimeEvent<?> event) {
			this.envelopes.add(event);
		}

	}

	static class HistoryListener {

		final List<ConversationChanged> changes = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ConversationChanged change) {
			this.changes.add(change);
		}

	}

	static class GeneralListener {

		final List<ServerEvent> serverEvents = Collections.synchronizedList(new ArrayList<>());

		final List<SessionEvent> sessionEvents = Collections.synchronizedList(new ArrayList<>());

		final List<RealtimeEvent<?>> envelopes = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ServerEvent event) {
			this.serverEvents.add(event);
		}

		@EventListener
		void on(SessionEvent event) {
			this.sessionEvents.add(event);
		}

		@EventListener
		void on(RealtimeEvent<?> event) {
			this.envelopes.add(event);
		}

		@EventListener
		void on(ApplicationEvent event) {
			assertThat(event).isNotNull();
		}

	}

	static class GenericListener {

		final List<RealtimeEvent<?>> invariant = Collections.synchronizedList(new ArrayList<>());

		final List<RealtimeEvent<?>> bounded = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void onInvariant(RealtimeEvent<ServerEvent> event) {
			this.invariant.add(event);
		}

		@EventListener
		void onBounded(RealtimeEvent<? extends ServerEvent> event) {
			this.bounded.add(event);
		}

	}

}
