package io.realtime4j.simulator.carrier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks by streams whose audio is in JSON.
 */
abstract class MediaAttackTests extends CarrierAttackTests {

	@Test
	void audioThatIsNoneEndsTheCall() {
		CarrierStream odd = started("+18");
		odd.send("{\"event\":\"media\",\"media\":{\"payload\":\"%\"}}");
		assertThat(odd.awaitClose(PATIENCE)).isEqualTo(1007);
	}

}
