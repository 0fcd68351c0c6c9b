package io.realtime4j.simulator.test.autoconfigure;

import io.realtime4j.simulator.RealtimeSimulator;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * {@link TestExecutionListener} that lets the simulator of
 * {@link AutoConfigureRealtimeSimulator @AutoConfigureRealtimeSimulator} forget what one
 * test scripted before the next begins.
 */
class ResetSimulatorTestExecutionListener implements TestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			ApplicationContext context = testContext.getApplicationContext();
			if (context.getBeanNamesForType(TestRealtimeSimulatorAutoConfiguration.class).length > 0) {
				context.getBeanProvider(RealtimeSimulator.class).ifUnique(RealtimeSimulator::reset);
			}
		}
	}

}
