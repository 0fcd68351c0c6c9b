package io.realtime4j.spring.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.realtime4j.tool.ToolOptions;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Annotation that makes a method of a bean a tool that the model may call.
 * <pre class="code">
 * &#64;Component
 * class HotelTools {
 *
 *     &#64;RealtimeTool(description = "Returns the price of a room for one night")
 *     int price(&#64;RealtimeToolParam("number of guests") int guests) {
 *         return 80 + 20 * guests;
 *     }
 *
 * }
 * </pre>
 * <p>
 * The parameters become a JSON schema that says what Jackson reads: records, beans with
 * creators, enums, collections, {@code Optional}, {@code java.time} and all other types
 * that it knows, with their annotations, modules and deserializers; constraints of Bean
 * Validation become keywords. Examples of the schema are bound at the start, which fails
 * where they cannot be. A parameter is required unless its type is {@code Optional} or it
 * is {@code @Nullable}. Parameters of type {@link io.realtime4j.session.VoiceSession} and
 * {@link io.realtime4j.tool.ToolCall} are given by the library and not shown to the
 * model. A method that takes a {@link io.realtime4j.session.RealtimeSession} can be
 * called in sessions of that kind alone; others refuse it when they are equipped with it.
 * What the model writes as another type is mended where it can only mean one thing, such
 * as {@code "6"} for an integer.
 * <p>
 * A result that is a text is told as it is, any other as JSON. The method may return a
 * {@link io.realtime4j.tool.ToolResult}, an {@code Optional}, or nothing. Results that
 * come later are waited for, and cancelled when the call's time is over: a
 * {@code CompletionStage}, {@code Future} or {@code Callable}, and with Reactor on the
 * class path all types of Spring's {@code ReactiveAdapterRegistry}. Of a stream or a
 * publisher up to 1,000 elements are told as a list. A result that means nothing to a
 * model, such as an {@code InputStream}, stops the start. The method runs on a thread for
 * tools, which it may block. By {@link io.realtime4j.tool.ToolException} it tells the
 * model why it cannot do something; of any other exception the model hears no more than
 * that the tool failed.
 * <p>
 * The method may be a function of Kotlin: parameters with default values may be left out,
 * {@code suspend} functions and {@code Flow} are waited for, and value classes are what
 * they have within. This needs {@code kotlin-reflect}, for coroutines
 * {@code kotlinx-coroutines-reactor}, and for default values of data classes
 * {@code jackson-module-kotlin}.
 * <p>
 * A bean with tools may inject the session: it is created when a tool is first called.
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(ToolMethodReflectiveProcessor.class)
public @interface RealtimeTool {

	/**
	 * Return the name that the model calls it by: 1 to 64 letters, digits, {@code _} and
	 * {@code -}.
	 * @return the name; empty for the name of the method
	 */
	String name() default "";

	/**
	 * Return what it does and when to call it.
	 * @return the description
	 */
	String description() default "";

	/**
	 * Return whether each call needs the application's approval, which is asked for by a
	 * {@link io.realtime4j.tool.ToolApprovalRequested} event.
	 * @return whether approval is required
	 */
	Approval approval() default Approval.NOT_REQUIRED;

	/**
	 * Return the time after which a call without a decision is denied, such as
	 * {@code 30s}. Placeholders are resolved.
	 * @return the time; empty for {@code realtime.session.tools.approval-timeout}
	 */
	String approvalTimeout() default "";

	/**
	 * Return the maximum time for a call, such as {@code 10s}. Placeholders are resolved.
	 * @return the time; empty for {@code realtime.session.tools.timeout}
	 */
	String timeout() default "";

	/**
	 * Return whether the model responds to a result.
	 * @return {@code false} for results that the model only needs to know
	 * @see io.realtime4j.tool.ToolResult#withoutFollowUp()
	 */
	boolean followUp() default true;

	/**
	 * Return whether a running call is abandoned when its response is cancelled.
	 * @return whether it is abandoned; otherwise it is finished and its result is sent
	 * @see ToolOptions#abandonedOnInterruption()
	 */
	boolean abandonOnInterruption() default false;

	/**
	 * Return whether to run twice with the same arguments has the effect of running once.
	 * A call that was cut off by the end of its node runs again then.
	 * @return whether it is so; otherwise the model is told that the outcome is unknown
	 * @see ToolOptions#idempotent()
	 */
	boolean idempotent() default false;

	/**
	 * Whether calls need approval.
	 */
	enum Approval {

		/**
		 * Calls run at once.
		 */
		NOT_REQUIRED,

		/**
		 * Calls wait until the application approves.
		 */
		REQUIRED

	}

}
