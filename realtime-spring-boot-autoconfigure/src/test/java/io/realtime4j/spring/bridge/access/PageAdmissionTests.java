package io.realtime4j.spring.bridge.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PageAdmission}.
 */
class PageAdmissionTests {

	private static final int MAX = 5;

	private static final int MAX_OF_USER = 3;

	private final SharedSessionCounts shared = mock(SharedSessionCounts.class);

	private final PageAdmission admission = new PageAdmission(
			new BridgeLimits(MAX, MAX_OF_USER, MAX_OF_USER, 1000, Duration.ofMinutes(1), Duration.ofMinutes(1), 10),
			new PageMemory(1000, Runnable::run), () -> false, this.shared);

	private final List<String> gone = new ArrayList<>();

	private static BridgeConnection connection(String user) {
		return new BridgeConnection("connection", () -> user, null, Map.of(), Map.of());
	}

	private boolean reserve(String user) {
		return this.admission.reserve(connection(user)) != null;
	}

	private void waiting(String user) {
		BridgeConnection connection = connection(user);
		Runnable release = Objects.requireNonNull(this.admission.reserve(connection));
		this.admission.waiting().add(new WaitingSessions.Waiting() {

			@Override
			public String user() {
				return connection.user();
			}

			@Override
			public boolean giveWay() {
				PageAdmissionTests.this.gone.add(user);
				release.run();
				return true;
			}

		});
	}

	@Test
	void sessionThatWaitsGivesWay() {
		waiting("ann");
		assertThat(reserve("ann")).isTrue();
		assertThat(reserve("ann")).isTrue();
		assertThat(this.gone).isEmpty();
		assertThat(reserve("ann")).isTrue();
		assertThat(this.gone).containsExactly("ann");
		assertThat(reserve("ann")).isFalse();
	}

	@Test
	void noneGivesWayWhereAllAreElsewhere() {
		waiting("ann");
		waiting("ann");
		given(this.shared.others("user ann")).willReturn(MAX_OF_USER);
		assertThat(reserve("ann")).isFalse();
		given(this.shared.others("user ann")).willReturn(MAX_OF_USER + 1);
		assertThat(reserve("ann")).isFalse();
		assertThat(this.gone).isEmpty();
	}

	@Test
	void noneGivesWayWhereThatIsNotEnough() {
		waiting("ann");
		assertThat(reserve("ann")).isTrue();
		given(this.shared.others("user ann")).willReturn(MAX_OF_USER - 1);
		assertThat(reserve("ann")).isFalse();
		assertThat(this.gone).isEmpty();
	}

	@Test
	void userWithTooManyTakesNothingOfOthers() {
		waiting("bob");
		waiting("bob");
		waiting("ann");
		assertThat(reserve("ann")).isTrue();
		assertThat(reserve("ann")).isTrue();
		assertThat(reserve("ann")).isTrue();
		assertThat(this.gone).containsExactly("ann");
		assertThat(reserve("ann")).isFalse();
		assertThat(reserve("eve")).isTrue();
		assertThat(this.gone).containsExactly("ann", "bob");
	}

}
