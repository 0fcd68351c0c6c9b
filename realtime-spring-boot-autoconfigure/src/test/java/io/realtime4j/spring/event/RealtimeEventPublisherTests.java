package io.realtime4j.spring.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.FrameRejected;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosing;
import io.realtime4j.session.SessionConnecting;
import io.realtime4j.session.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RealtimeEventPublisher}.
 */
@Timeout(60)
class RealtimeEventPublisherTests {

	private final List<RealtimeMessage> published = Collections.synchronizedList(new ArrayList<>());

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private final RealtimeSession session = mock();

	private final RealtimeEventPublisher publisher = publisher(SessionLimits.defaults());

	@Test
	void whatIsHeldIsPublishedInOrderBeforeWhatComesLater() {
		publish(this.publisher, "1", "2");
		assertThat(this.published).isEmpty();
		this.publisher.open();
		assertThat(this.published).isEmpty();
		publish(this.publisher, "3");
		this.tasks.forEach(Runnable::run);
		publish(this.publisher, "4");
		assertThat(problems()).containsExactly("1", "2", "3", "4");
	}

	@Test
	void sessionsDoNotWaitForEachOther() {
		publish(this.publisher, "1");
		this.publisher.open();
		RealtimeSession other = mock();
		this.publisher.onSessionEvent(other, new FrameRejected("2"));
		assertThat(problems()).containsExactly("2");
		this.tasks.forEach(Runnable::run);
		assertThat(problems()).containsExactly("2", "1");
	}

	@Test
	void listenerThatFailsKeepsNothingFromTheOthers() {
		RealtimeEventPublisher failing = new RealtimeEventPublisher((event) -> {
			take(event);
			throw new IllegalStateException("fails");
		}, this.tasks::add, SessionLimits.defaults());
		publish(failing, "1", "2");
		failing.open();
		this.tasks.forEach(Runnable::run);
		assertThat(problems()).containsExactly("1", "2");
	}

	@Test
	void whoBringsMoreThanIsHeldWaits() {
		RealtimeEventPublisher bounded = publisher(new SessionLimits(2, 1000, 1, 1));
		CompletableFuture<Void> full = CompletableFuture.runAsync(() -> publish(bounded, "1", "2", "3"));
		await().until(RealtimeEventPublisherTests::somebodyWaits);
		assertThat(full).isNotDone();
		bounded.open();
		full.join();
		this.tasks.forEach(Runnable::run);
		assertThat(problems()).containsExactly("1", "2", "3");
	}

	@Test
	void closingForgetsWhatIsHeldAndLetsGoWhoWaits() {
		RealtimeEventPublisher bounded = publisher(new SessionLimits(2, 1000, 1, 1));
		CompletableFuture<Void> full = CompletableFuture.runAsync(() -> publish(bounded, "1", "2", "3"));
		await().until(RealtimeEventPublisherTests::somebodyWaits);
		bounded.close();
		full.join();
		assertThat(this.published).isEmpty();
	}

	@Test
	void closedOneIsOpenedAgain() {
		this.publisher.open();
		this.publisher.close();
		this.publisher.onSessionEvent(this.session, new SessionClosing());
		this.publisher.open();
		this.publisher.onSessionEvent(this.session, new SessionConnecting());
		assertThat(this.published).containsExactly(new SessionConnecting());
	}

	@Test
	void oneWithoutAnExecutorPublishesAtOnce() {
		publish(new RealtimeEventPublisher(this::take), "1");
		assertThat(problems()).containsExactly("1");
	}

	private RealtimeEventPublisher publisher(SessionLimits limits) {
		return new RealtimeEventPublisher(this::take, this.tasks::add, limits);
	}

	private void take(Object event) {
		this.published.add(((RealtimeEvent<?>) event).getPayload());
	}

	private void publish(RealtimeEventPublisher publisher, String... problems) {
		for (String problem : problems) {
			publisher.onSessionEvent(this.session, new FrameRejected(problem));
		}
	}

	private List<String> problems() {
		return List.copyOf(this.published).stream().map(FrameRejected.class::cast).map(FrameRejected::problem).toList();
	}

	private static boolean somebodyWaits() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter((thread) -> thread.getKey().getState() == Thread.State.WAITING)
			.flatMap((thread) -> Arrays.stream(thread.getValue()))
			.anyMatch((frame) -> frame.getClassName().equals(EventGate.class.getName()));
	}

}
