package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.context.SessionTraits;
import org.jspecify.annotations.Nullable;

/**
 * Runner for tools, which answers the calls of the model: every call gets exactly one
 * output, whatever happens to it, and after the last call of a response the model is
 * asked to continue. The calls of a response run in parallel, on threads for tools.
 * <p>
 * It becomes part of a client as a {@link SessionInterceptor.Factory}, and gives each of
 * its sessions {@link SessionTools}. Sessions are told of their tools by
 * {@link ToolSet#equip}. A call of a function that the session declares and that the
 * runner does not know is left to the application, and so are the calls of responses
 * beside the conversation, where no output can be added.
 *
 * @since 0.1.0
 */
public final class ToolRunner implements SessionInterceptor.Factory {

	private final RunnerSettings settings;

	private ToolRunner(RunnerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Return a builder.
	 * @param executor runs tools, which may block; it should run many tasks at once
	 * @param scheduler watches time-outs; one thread is enough
	 * @return the builder
	 */
	public static Builder builder(Executor executor, ScheduledExecutorService scheduler) {
		return new Builder(executor, scheduler);
	}

	@Override
	public SessionInterceptor create(RealtimeSession session) {
		if (session.feature(SessionTools.class) != null) {
			// Another runner is first: two would answer each call twice
			return SessionInterceptor.none();
		}
		return SessionToolRunner.attach(session, this.settings);
	}

	/**
	 * Return which tools of a session may run again.
	 * @param spec what the session is
	 * @return tells by the name of a tool whether it is
	 * {@linkplain ToolOptions#idempotent() idempotent}
	 */
	public Predicate<String> idempotent(SessionSpec spec) {
		return idempotent(SessionTraits.of(spec));
	}

	/**
	 * Return which tools of a session of any protocol family may run again.
	 * @param session what the session is
	 * @return tells by the name of a tool whether it is
	 * {@linkplain ToolOptions#idempotent() idempotent}
	 */
	public Predicate<String> idempotent(SessionTraits session) {
		ToolSet.OfSession own = session.feature(ToolSet.OfSession.class);
		ToolSet delegated = (own != null) ? own.tools() : session.feature(ToolSet.class);
		ToolSet tools = (delegated != null) ? delegated : this.settings.tools();
		return (name) -> {
			CallableTool tool = tools.find(name);
			return tool != null && tool.options().idempotent();
		};
	}

	/**
	 * Return what runs the calls of a session of another protocol family, for its own
	 * runner.
	 * @param session the session
	 * @param tools the tools of the session, or {@code null} for those of the runner
	 * @param port sends the outputs
	 * @return runs the calls
	 */
	public DelegatedCalls delegatedCalls(VoiceSession session, @Nullable ToolSet tools, ToolOutputPort port) {
		return new DelegatedCalls(session, ToolCallContext.of(this.settings, session, port),
				(tools != null) ? tools : this.settings.tools());
	}

	/**
	 * Builder of {@link ToolRunner}.
	 */
	public static final class Builder {

		private final Executor executor;

		private final ScheduledExecutorService scheduler;

		private final List<ToolListener> listeners = new ArrayList<>();

		private final List<ToolCallInterceptor> interceptors = new ArrayList<>();

		private @Nullable Executor listenerExecutor;

		private ToolSet tools = ToolSet.empty();

		private Duration timeout = Duration.ofSeconds(60);

		private Duration approvalTimeout = Duration.ofSeconds(60);

		private int maxOutputLength = 32 * 1024;

		private ToolErrorFormatter errorFormatter = (call, failure) -> failure.message();

		private ListenerErrorHandler errorHandler = (session, event, error) -> {
		};

		private Builder(Executor executor, ScheduledExecutorService scheduler) {
			this.executor = Objects.requireNonNull(executor, "'executor' must not be null");
			this.scheduler = Objects.requireNonNull(scheduler, "'scheduler' must not be null");
		}

		/**
		 * Set the tools of sessions that have no tools of their own by
		 * {@link ToolSet#equip}.
		 * @param tools the tools
		 * @return this builder
		 */
		public Builder tools(ToolSet tools) {
			this.tools = tools;
			return this;
		}

		/**
		 * Set the maximum time for a call of a tool that has no time-out of its own.
		 * @param timeout the time-out, longer than zero; a minute by default
		 * @return this builder
		 */
		public Builder timeout(Duration timeout) {
			ToolOptions.requirePositive(timeout, "timeout");
			this.timeout = timeout;
			return this;
		}

		/**
		 * Set the maximum time for an approval of a tool that has no approval time-out of
		 * its own.
		 * @param timeout the time-out, longer than zero; a minute by default
		 * @return this builder
		 */
		public Builder approvalTimeout(Duration timeout) {
			ToolOptions.requirePositive(timeout, "timeout");
			this.approvalTimeout = timeout;
			return this;
		}

		/**
		 * Set the maximum length of an output. Longer outputs are truncated, with a note
		 * to the model.
		 * @param maxOutputLength the most characters, at least one; 32,768 by default,
		 * which are some 8,000 tokens
		 * @return this builder
		 */
		public Builder maxOutputLength(int maxOutputLength) {
			if (maxOutputLength < 1) {
				throw new IllegalArgumentException("'maxOutputLength' must be positive");
			}
			this.maxOutputLength = maxOutputLength;
			return this;
		}

		/**
		 * Set the formatter of the outputs of failed calls.
		 * @param errorFormatter the formatter
		 * @return this builder
		 */
		public Builder errorFormatter(ToolErrorFormatter errorFormatter) {
			this.errorFormatter = errorFormatter;
			return this;
		}

		/**
		 * Add a listener for tool events.
		 * @param listener the listener
		 * @return this builder
		 */
		public Builder listener(ToolListener listener) {
			this.listeners.add(listener);
			return this;
		}

		/**
		 * Add an interceptor around the execution of all tools. The first one is the
		 * outermost.
		 * @param interceptor the interceptor
		 * @return this builder
		 */
		public Builder interceptor(ToolCallInterceptor interceptor) {
			this.interceptors.add(interceptor);
			return this;
		}

		/**
		 * Set the executor for listeners; by default that of the tools.
		 * @param listenerExecutor the executor
		 * @return this builder
		 */
		public Builder listenerExecutor(Executor listenerExecutor) {
			this.listenerExecutor = listenerExecutor;
			return this;
		}

		/**
		 * Set the handler for exceptions thrown by listeners, which are ignored
		 * otherwise.
		 * @param errorHandler the handler
		 * @return this builder
		 */
		public Builder errorHandler(ListenerErrorHandler errorHandler) {
			this.errorHandler = errorHandler;
			return this;
		}

		/**
		 * Build the runner.
		 * @return the runner
		 */
		public ToolRunner build() {
			Executor forListeners = (this.listenerExecutor != null) ? this.listenerExecutor : this.executor;
			return new ToolRunner(new RunnerSettings(this.executor, forListeners, this.scheduler, this.tools,
					this.timeout, this.approvalTimeout, this.maxOutputLength, this.errorFormatter,
					List.copyOf(this.interceptors), List.copyOf(this.listeners), this.errorHandler));
		}

	}

}
