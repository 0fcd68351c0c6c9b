package io.realtime4j.simulator.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Annotation that can be applied to a test class to connect its realtime sessions to a
 * simulator, whatever key and address are configured. The simulator is a bean: inject
 * {@link io.realtime4j.simulator.RealtimeSimulator} to script it and to look at what it
 * received. After each test, what was scripted and did not happen is forgotten.
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureRealtimeSimulator
 * class FrontDeskTests {
 *
 *     &#64;Autowired
 *     RealtimeSimulator simulator;
 *
 *     &#64;Autowired
 *     RealtimeSession session;
 *
 *     &#64;Test
 *     void guestIsGreeted() {
 *         this.simulator.nextResponse("Good morning.");
 *         assertThat(this.session.ask("Hello").join().text()).isEqualTo("Good morning.");
 *     }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping("realtime.simulator")
public @interface AutoConfigureRealtimeSimulator {

	/**
	 * How many times faster than it is spoken the audio of an answer is sent.
	 * @return the factor, at once by default
	 */
	double pace() default Double.POSITIVE_INFINITY;

	/**
	 * The port on the loopback interface.
	 * @return the port, 0 for any that is free, which is the default
	 */
	int port() default 0;

}
