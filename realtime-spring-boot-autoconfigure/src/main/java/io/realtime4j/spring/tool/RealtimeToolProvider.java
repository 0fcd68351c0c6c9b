package io.realtime4j.spring.tool;

import java.util.List;

import io.realtime4j.tool.CallableTool;

/**
 * Interface that can be implemented by beans that provide several tools, such as those of
 * another framework. Single tools may be beans by themselves.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeToolProvider {

	/**
	 * Return the tools. It is called once, before the first session is created, and so
	 * the bean must not need a session.
	 * @return the tools
	 */
	List<? extends CallableTool> tools();

	/**
	 * Return the tools that {@link #tools()} could not know, because they are found when
	 * all beans are created. It is called once, after that.
	 * @return the tools, besides those that are known already
	 */
	default List<? extends CallableTool> lateTools() {
		return List.of();
	}

}
