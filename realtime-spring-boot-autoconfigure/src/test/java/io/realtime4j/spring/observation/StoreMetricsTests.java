package io.realtime4j.spring.observation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.store.StoreEvent;
import io.realtime4j.store.StoreFailing;
import io.realtime4j.store.StoreRecovered;
import io.realtime4j.store.WorkNotStored;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link StoreMetrics}.
 */
class StoreMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final StoreMetrics metrics = new StoreMetrics(this.registry);

	private void tell(StoreEvent event) {
		this.metrics.onStoreEvent(mock(VoiceSession.class), event);
	}

	@Test
	void workThatBeganTooEarlyIsCounted() {
		tell(new WorkNotStored("c1", "call_1"));
		tell(new WorkNotStored("c2", "call_2"));
		assertThat(this.registry.get("realtime.store.late").counter().count()).isEqualTo(2);
	}

	@Test
	void conversationThatWaitsStillWaitsWhenWorkBegins() {
		tell(new StoreFailing("c1", new IllegalStateException("no store")));
		tell(new WorkNotStored("c1", "call_1"));
		assertThat(this.registry.get("realtime.store.waiting").gauge().value()).isOne();
		tell(new StoreRecovered("c1", 2));
		assertThat(this.registry.get("realtime.store.waiting").gauge().value()).isZero();
	}

}
